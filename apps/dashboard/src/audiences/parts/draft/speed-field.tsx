import { NumberInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LEAST_PER_HOUR, MOST_PER_HOUR } from "./limits";

interface Props {
  readOnly: boolean;
  perHour: number | null;
  change(perHour: number | null): void;
  error: string | undefined;
}

/** How many mails go out in an hour; empty: as fast as mail goes. */
export function SpeedField({ readOnly, perHour, change, error }: Props) {
  const { t } = useTranslation("broadcasts");
  return (
    <NumberInput
      size="sm"
      readOnly={readOnly}
      label={t("field.speed")}
      placeholder={t("speed.full")}
      min={LEAST_PER_HOUR}
      max={MOST_PER_HOUR}
      step={100}
      allowDecimal={false}
      thousandSeparator=","
      clampBehavior="blur"
      value={perHour ?? ""}
      onChange={(value) => change(value === "" ? null : Number(value))}
      error={error}
    />
  );
}
