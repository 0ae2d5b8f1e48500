import { NumberInput, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Kind, MOST_DAYS, type Value } from "../../../rule-draft";
import classes from "./rule.module.css";

interface Props {
  kind: Kind;
  value: Value;
  /** Undefined: nothing is said yet. */
  change(value: Value): void;
}

/** Source: packages/core/src/audiences/contact.ts; the API has the last word. */
const MOST_CHARACTERS = 2_000;

/** What a condition asks for, by what it is about. */
export function ValueField({ kind, value, change }: Props) {
  const { t } = useTranslation("audiences");
  switch (kind) {
    case "text":
      return (
        <TextInput
          aria-label={t("rule.value")}
          autoComplete="off"
          maxLength={MOST_CHARACTERS}
          value={value === undefined ? "" : String(value)}
          onChange={(event) => change(event.currentTarget.value)}
        />
      );
    case "number":
      return <NumberField label={t("rule.value")} value={value} change={change} />;
    case "age":
    case "mail":
      return <NumberField label={t("rule.days")} value={value} change={change} isDays />;
    case "topic":
      return (
        <Choice
          words={{ opt_in: t("gets.opt_in"), opt_out: t("gets.opt_out") }}
          value={String(value)}
          change={change}
        />
      );
    case "list":
      return (
        <Choice
          words={{ true: t("rule.inList"), false: t("rule.notInList") }}
          value={String(value)}
          change={(chosen) => change(chosen === "true")}
        />
      );
    case "unsubscribed":
      return (
        <Choice
          words={{ true: t("rule.yes"), false: t("rule.no") }}
          value={String(value)}
          change={(chosen) => change(chosen === "true")}
        />
      );
  }
}

function NumberField({
  label,
  value,
  change,
  isDays = false,
}: Pick<Props, "value" | "change"> & { label: string; isDays?: boolean }) {
  return (
    <NumberInput
      aria-label={label}
      hideControls
      {...(isDays && { className: classes.days })}
      {...(isDays && { min: 1, max: MOST_DAYS, clampBehavior: "strict", allowDecimal: false })}
      value={typeof value === "number" ? value : ""}
      onChange={(next) => change(typeof next === "number" ? next : undefined)}
    />
  );
}

interface ChoiceProps {
  /** Each with its label. */
  words: Record<string, string>;
  value: string;
  change(value: string): void;
}

function Choice({ words, value, change }: ChoiceProps) {
  const { t } = useTranslation("audiences");
  return (
    <Select
      aria-label={t("rule.value")}
      data={Object.entries(words).map(([word, label]) => ({ value: word, label }))}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => chosen !== null && change(chosen)}
    />
  );
}
