import { Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { VariableType } from "../../template";
import { readValue, showValue } from "../../values";
import classes from "./variables-part.module.css";

interface Props {
  type: VariableType;
  value: unknown;
  /** undefined: nothing is given */
  change(value: unknown): void;
  label: string;
  hideLabel?: boolean;
  placeholder?: string;
  readOnly?: boolean;
}

/** A value of a variable's type: a text, a number, yes or no, or JSON. */
export function ValueField({ type, value, change, label, hideLabel, placeholder, readOnly }: Props) {
  const { t } = useTranslation("templates");
  const [typed, setTyped] = useState(() => showValue(value));
  const [wrong, setWrong] = useState(false);
  // The same value may be written in many ways; another one came from elsewhere.
  const [last, setLast] = useState(value);
  if (last !== value) {
    setLast(value);
    if (!says(typed, type, value)) setTyped(showValue(value));
  }
  const write = (text: string) => {
    setTyped(text);
    try {
      const next = readValue(text, type);
      setWrong(false);
      setLast(next);
      change(next);
    } catch {
      setWrong(true);
    }
  };
  const named = hideLabel ? { "aria-label": label } : { label };
  const shared = { ...named, size: "xs", placeholder, readOnly } as const;
  const error = wrong && t(`value.wrong.${type}`);
  if (type === "boolean")
    return (
      <Select
        {...shared}
        data={[
          { value: "true", label: t("value.true") },
          { value: "false", label: t("value.false") },
        ]}
        value={typed === "" ? null : typed}
        onChange={(next) => write(next ?? "")}
        clearable={!readOnly}
      />
    );
  if (type === "object" || type === "list")
    return (
      <Textarea
        {...shared}
        classNames={{ input: classes.json }}
        autosize
        maxRows={8}
        value={typed}
        onChange={(event) => write(event.currentTarget.value)}
        error={error}
      />
    );
  return (
    <TextInput
      {...shared}
      inputMode={type === "number" ? "decimal" : "text"}
      value={typed}
      onChange={(event) => write(event.currentTarget.value)}
      error={error}
    />
  );
}

function says(typed: string, type: VariableType, value: unknown): boolean {
  try {
    return JSON.stringify(readValue(typed, type) ?? null) === JSON.stringify(value ?? null);
  } catch {
    return false;
  }
}
