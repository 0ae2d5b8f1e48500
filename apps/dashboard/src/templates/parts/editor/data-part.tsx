import { SegmentedControl } from "@mantine/core";
import { Braces } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../ui/feedback/empty-state";
import type { Values } from "../../template";
import { readValues, showValue, withValue } from "../../values";
import { toTest } from "../../variables";
import { Code } from "../../../ui/writing/code/code";
import classes from "./data-part.module.css";
import type { PartProps } from "./part";
import { ValueField } from "./value-field";

/** What the template is tried with; only this browser keeps it. */
export function DataPart({ editing }: PartProps) {
  const { t } = useTranslation("templates");
  const { draft, seen, values, setValues } = editing;
  const [way, setWay] = useState<"form" | "json">("form");
  return (
    <div className={classes.part}>
      <div className={classes.bar}>
        <SegmentedControl
          size="xs"
          aria-label={t("part.data")}
          value={way}
          onChange={setWay}
          data={(["form", "json"] as const).map((value) => ({ value, label: t(`data.${value}`) }))}
        />
        <span className={classes.quiet}>{t("data.kept")}</span>
      </div>
      {way === "json" ? (
        <Json values={values} change={setValues} />
      ) : (
        <Form variables={toTest(draft.variables, seen)} values={values} change={setValues} />
      )}
    </div>
  );
}

interface Props {
  values: Values;
  change(values: Values): void;
}

function Form({ variables, values, change }: Props & { variables: ReturnType<typeof toTest> }) {
  const { t } = useTranslation("templates");
  if (variables.length === 0)
    return (
      <EmptyState icon={Braces} title={t("variables.none")}>
        {t("variables.noneLead", { example: "{{ name }}" })}
      </EmptyState>
    );
  return (
    <div className={classes.fields}>
      {variables.map(({ key, type, fallback }) => (
        <ValueField
          key={`${key} ${type}`}
          label={key}
          type={type}
          value={values[key]}
          placeholder={fallback === null ? t("data.needed") : showValue(fallback)}
          change={(value) => change(withValue(values, key, value))}
        />
      ))}
    </div>
  );
}

function Json({ values, change }: Props) {
  const { t } = useTranslation("templates");
  const [text, setText] = useState(() => `${JSON.stringify(values, null, 2)}\n`);
  const [wrong, setWrong] = useState(false);
  const write = (next: string) => {
    setText(next);
    try {
      change(readValues(next));
      setWrong(false);
    } catch {
      setWrong(true);
    }
  };
  return (
    <>
      <div className={classes.code}>
        <Code label={t("data.json")} language="json" value={text} change={write} />
      </div>
      {wrong && (
        <div className={classes.wrong} role="alert">
          {t("data.wrong")}
        </div>
      )}
    </>
  );
}
