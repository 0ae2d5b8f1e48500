import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { REASONS } from "../filters";

type Reason = (typeof REASONS)[number];

interface Props {
  value: Reason;
  change(reason: Reason): void;
  description?: string;
}

export function ReasonField({ value, change, description }: Props) {
  const { t } = useTranslation("suppressions");
  return (
    <Select
      label={t("column.reason")}
      description={description ?? t(`why.${value}`)}
      data={REASONS.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
      value={value}
      onChange={(chosen) => change(REASONS.find((reason) => reason === chosen) ?? value)}
      allowDeselect={false}
    />
  );
}
