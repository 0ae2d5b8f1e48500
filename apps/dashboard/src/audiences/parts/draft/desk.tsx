import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { BlocksPart } from "../../../ui/writing/blocks/blocks";
import { Code } from "../../../ui/writing/code/code";
import { TextPart } from "../../../ui/writing/text-part";
import workshop from "../../../ui/writing/workshop.module.css";
import { BROADCAST_PARTS } from "../../broadcast-view";
import { broadcastPreviewQuery } from "../../broadcast-queries";
import { propertiesQuery } from "../../queries";
import type { BroadcastEditing } from "../../use-broadcast-editing";
import classes from "./draft.module.css";
import { valuesOf } from "./reader-values";
import { ValuesPart } from "./values-part";

const WayMenu = lazy(async () => ({ default: (await import("./way-menu")).WayMenu }));

interface Props {
  editing: BroadcastEditing;
  readOnly: boolean;
}

/** The mail's HTML and plain text, and the values that both may have; one at a time. */
export function Desk({ editing, readOnly }: Props) {
  const { t } = useTranslation(["broadcasts", "writing"]);
  const { part = "html" } = useSearch({ from: "/shell/broadcasts/$id" });
  const navigate = useNavigate({ from: "/broadcasts/$id" });
  const wrong = refusalOf(editing.refused);
  return (
    <>
      <div className={workshop.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t("parts")}
          value={part}
          onChange={(next) =>
            void navigate({ search: (last) => ({ ...last, part: next }), replace: true, resetScroll: false })
          }
          data={BROADCAST_PARTS.map((value) => ({
            value,
            label: value === "html" && editing.draft.blocks ? t("writing:way.blocks") : t(`part.${value}`),
          }))}
        />
        {part === "html" && !readOnly && (
          <Suspense>
            <WayMenu editing={editing} />
          </Suspense>
        )}
      </div>
      <div className={workshop.body}>
        {part === "values" ? <ValuesPart /> : <Writing part={part} editing={editing} readOnly={readOnly} />}
      </div>
      {wrong !== undefined && (
        <div className={classes.wrong} role="alert">
          {wrong}
        </div>
      )}
    </>
  );
}

/** What is wrong with the mail itself; blocks are named by the place in them. */
function refusalOf(refused: Record<string, string>): string | undefined {
  const blocks = Object.entries(refused).find(([field]) => field === "blocks" || field.startsWith("blocks."));
  return blocks?.[1] ?? refused["html"] ?? refused["text"];
}

function Writing({ part, editing: { broadcast, draft, set }, readOnly }: Props & { part: "html" | "text" }) {
  const { t } = useTranslation("broadcasts");
  const api = useApi();
  const look = useSearch({ from: "/shell/broadcasts/$id" });
  const { data: properties = [] } = useQuery(propertiesQuery(api));
  const { data: preview } = useQuery(broadcastPreviewQuery(api, broadcast, look));
  const words = { variables: valuesOf(properties).map(({ key }) => key), values: {} };
  if (part === "html" && draft.blocks)
    return (
      <BlocksPart
        value={draft.blocks}
        change={(blocks) => set({ blocks })}
        variables={words.variables}
        readOnly={readOnly}
      />
    );
  if (part === "text")
    return (
      <TextPart
        text={draft.text}
        change={(text) => set({ text })}
        made={preview?.text ?? ""}
        words={words}
        readOnly={readOnly}
      />
    );
  return (
    <Code
      key="html"
      label={t("part.html")}
      language="html"
      value={draft.html}
      change={(html) => set({ html })}
      words={words}
      placeholder={t("html.hint", { example: "{{ first_name }}" })}
      readOnly={readOnly}
    />
  );
}
