import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Align, ALIGNS } from "./model";
import { usePlace } from "./place";

interface Props {
  /** Absent: left. */
  align: Align | undefined;
  change(align: Align): void;
}

export function AlignChoice({ align = "left", change }: Props) {
  const { t } = useTranslation("writing");
  const { readOnly } = usePlace();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("block.align")}
      value={align}
      onChange={change}
      data={ALIGNS.map((value) => ({ value, label: t(`block.align.${value}`) }))}
      readOnly={readOnly}
    />
  );
}
