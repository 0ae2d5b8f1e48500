import { SegmentedControl, Select } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Equal } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../../api/api";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { Shown } from "../../../ui/feedback/shown";
import { BlockSkeleton } from "../../../ui/feedback/skeletons";
import { changedParts, textOf } from "../../comparing";
import { type Content, contentOf } from "../../draft";
import { versionQuery } from "../../queries";
import type { ListedVersion } from "../../template";
import { COMPARED } from "../../view";
import bar from "../../../ui/writing/workshop.module.css";
import classes from "./versions.module.css";

const Diff = lazy(async () => ({ default: (await import("../../../ui/writing/code/diff")).Diff }));

interface Props {
  templateId: string;
  shown: ListedVersion;
  other: ListedVersion;
  versions: readonly ListedVersion[];
}

/** What a version changed against another one, part by part. */
export function Comparison({ templateId, shown, other, versions }: Props) {
  const { t } = useTranslation("templates");
  const api = useApi();
  const navigate = useNavigate({ from: "/templates/$id/versions" });
  const after = useQuery(versionQuery(api, templateId, shown.version));
  const before = useQuery(versionQuery(api, templateId, other.version));
  return (
    <section className={classes.comparison} aria-label={t("versions.changes")}>
      <div className={bar.bar}>
        <span className={classes.number}>{t("versions.number", { version: shown.version })}</span>
        <Select
          size="xs"
          aria-label={t("versions.against")}
          value={String(other.version)}
          onChange={(value) =>
            void navigate({ search: (last) => ({ ...last, against: Number(value) }), replace: true })
          }
          data={versions
            .filter((one) => one !== shown)
            .map(({ version }) => ({
              value: String(version),
              label: t("versions.comparedWith", { version }),
            }))}
          allowDeselect={false}
        />
      </div>
      <Shown of={before}>
        {(old) => (
          <Shown of={after}>{(now) => <Parts before={contentOf(old)} after={contentOf(now)} />}</Shown>
        )}
      </Shown>
    </section>
  );
}

function Parts({ before, after }: { before: Content; after: Content }) {
  const { t } = useTranslation("templates");
  const changed = changedParts(before, after);
  const { part = changed[0] ?? "content" } = useSearch({ from: "/shell/templates/$id/versions" });
  const navigate = useNavigate({ from: "/templates/$id/versions" });
  const unified = useMediaQuery("(max-width: 62em)") ?? false;
  const language = part === "content" ? (after.mjml === null ? "html" : "mjml") : "text";
  return (
    <>
      <div className={classes.parts}>
        <SegmentedControl
          size="xs"
          aria-label={t("parts")}
          value={part}
          onChange={(next) =>
            void navigate({ search: (last) => ({ ...last, part: next }), replace: true, resetScroll: false })
          }
          data={COMPARED.map((value) => ({
            value,
            label: changed.includes(value) ? `${t(`compared.${value}`)} •` : t(`compared.${value}`),
          }))}
        />
      </div>
      {changed.includes(part) ? (
        <Suspense fallback={<BlockSkeleton />}>
          <Diff
            before={textOf(before, part)}
            after={textOf(after, part)}
            language={language}
            unified={unified}
          />
        </Suspense>
      ) : (
        <EmptyState icon={Equal} title={t("versions.same")} />
      )}
    </>
  );
}
