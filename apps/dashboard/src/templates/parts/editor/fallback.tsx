import { useTranslation } from "react-i18next";
import type { VariableType } from "../../template";
import { ValueField } from "./value-field";

interface Props {
  type: VariableType;
  value: unknown;
  change(value: unknown): void;
  readOnly: boolean;
}

/** What stands in where a mail gives nothing; empty: a mail must give something. */
export function Fallback({ type, value, change, readOnly }: Props) {
  const { t } = useTranslation("templates");
  return (
    <ValueField
      type={type}
      value={value}
      change={(next) => change(next ?? null)}
      label={t("variables.fallback")}
      placeholder={t("variables.required")}
      hideLabel
      readOnly={readOnly}
    />
  );
}
