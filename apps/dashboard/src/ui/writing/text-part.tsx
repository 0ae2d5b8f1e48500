import { SegmentedControl } from "@mantine/core";
import { FileText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../feedback/empty-state";
import { Code } from "./code/code";
import type { EditorProps } from "./code/editor";
import classes from "./text-part.module.css";

const WAYS = ["made", "written", "none"] as const;
type Way = (typeof WAYS)[number];

interface Props extends Pick<EditorProps, "words" | "marks" | "jump"> {
  /** null: made of the HTML; empty: none. */
  text: string | null;
  change(text: string | null): void;
  /** What would be made of the HTML now: where writing begins. */
  made: string;
  readOnly: boolean;
}

/** The plain text of a mail: made of the HTML unless somebody writes it, or none. */
export function TextPart({ text, change, made, readOnly, ...editor }: Props) {
  const { t } = useTranslation("writing");
  // Who has just deleted every word is still writing.
  const [way, setWay] = useState<Way>(() => wayOf(text));
  const choose = (next: Way) => {
    setWay(next);
    if (next === "made") change(null);
    if (next === "none") change("");
    if (next === "written") change(text || made);
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
            value={text ?? ""}
            change={change}
            readOnly={readOnly}
            {...editor}
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
