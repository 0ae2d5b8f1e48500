import { SegmentedControl } from "@mantine/core";
import { FileText } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../ui/feedback/empty-state";
import { Code } from "../code/code";
import { marksOf } from "../../diagnostics";
import { toTest } from "../../variables";
import classes from "./text-part.module.css";
import type { PartProps } from "./part";
import { useJump } from "./use-jump";

const WAYS = ["made", "written", "none"] as const;
type Way = (typeof WAYS)[number];

/** The plain text: made of the HTML unless somebody writes it, or none. */
export function TextPart({ editing, readOnly, asked }: PartProps) {
  const { t } = useTranslation("templates");
  const { draft, set, problems, seen, values, preview } = editing;
  const text = draft.text ?? "";
  // Who has just deleted every word is still writing.
  const [way, setWay] = useState<Way>(() => wayOf(draft.text));
  const marks = useMemo(() => marksOf(problems, "text", text), [problems, text]);
  const jump = useJump(asked, "text");
  const choose = (next: Way) => {
    setWay(next);
    if (next === "made") set({ text: null });
    if (next === "none") set({ text: "" });
    if (next === "written") set({ text: text || preview.data?.text || "" });
  };
  return (
    <div className={classes.part}>
      <div className={classes.way}>
        <SegmentedControl
          size="xs"
          aria-label={t("text.way")}
          value={way}
          onChange={choose}
          readOnly={readOnly}
          data={WAYS.map((value) => ({ value, label: t(`text.${value}`) }))}
        />
      </div>
      {way === "written" ? (
        <div className={classes.code}>
          <Code
            label={t("part.text")}
            language="text"
            value={text}
            change={(value) => set({ text: value })}
            words={{ variables: toTest(draft.variables, seen).map(({ key }) => key), values }}
            marks={marks}
            jump={jump}
            readOnly={readOnly}
          />
        </div>
      ) : (
        <EmptyState icon={FileText} title={t(`text.${way}`)}>
          {t(`text.${way}Lead`)}
        </EmptyState>
      )}
    </div>
  );
}

function wayOf(text: string | null): Way {
  if (text === null) return "made";
  return text === "" ? "none" : "written";
}
