import { NumberInput, type NumberInputProps } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Source: apps/api/src/access/schemas.ts; the API has the last word. */
const LARGEST_RATE = 1_000_000;

/** Requests a minute; empty is the service's own limit. */
export function RateField(props: NumberInputProps) {
  const { t } = useTranslation("access");
  return (
    <NumberInput
      label={t("field.rate")}
      description={t("field.rateHint")}
      placeholder={t("rateDefault")}
      min={1}
      max={LARGEST_RATE}
      allowDecimal={false}
      allowNegative={false}
      thousandSeparator=","
      hideControls
      {...props}
    />
  );
}
