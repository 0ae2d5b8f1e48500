import { useTranslation } from "react-i18next";
import { number } from "../../ui/chart/numbers";
import { Plot } from "../../ui/chart/plot";
import type { Bar } from "../bars";
import { BarTip } from "./bar-tip";
import { Columns } from "./columns";

interface Props {
  bars: Bar[];
  by: "hour" | "day";
  /** The days are UTC's, not the viewer's. */
  utc: boolean;
}

/** A column an hour or day. */
export function Chart({ bars, by, utc }: Props) {
  const { t, i18n } = useTranslation("overview");
  const sent = bars.reduce((sum, { counts }) => sum + counts.sent, 0);
  return (
    <Plot
      label={t("chart", { count: bars.length, sent: number(sent, i18n.language) })}
      count={bars.length}
      draw={(width, chosen) => <Columns {...{ bars, by, utc, width, chosen }} />}
      tell={(index) => {
        const bar = bars[index];
        return bar && <BarTip {...{ bar, by, utc }} />;
      }}
    />
  );
}
