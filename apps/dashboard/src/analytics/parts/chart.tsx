import { useTranslation } from "react-i18next";
import { Plot } from "../../ui/chart/plot";
import { said } from "../formats";
import { measureOf } from "../measures";
import type { Drawn } from "../metrics";
import type { Point } from "../series";
import type { Span } from "../span";
import ink from "./ink.module.css";
import { Legend } from "./legend";
import { Lines } from "./lines";
import { PointTip } from "./point-tip";

interface Props {
  points: Point[];
  metric: Drawn;
  sum: number | null;
  span: Span;
}

/** A metric by the hour, the day or the week, and the period before as a fainter line. */
export function Chart({ points, metric, sum, span }: Props) {
  const { t, i18n } = useTranslation("analytics");
  const { granularity, open } = span;
  const label = t("chart", {
    ...{ count: points.length, metric: t(`metric.${metric}`), sum: said(metric, sum, i18n.language) },
  });
  return (
    <div className={ink.ink} data-measure={measureOf(metric).name}>
      <Plot
        label={label}
        count={points.length}
        draw={(width, chosen) => <Lines {...{ points, metric, granularity, width, chosen }} />}
        tell={(index) => {
          const point = points[index];
          const goesOn = open && index === points.length - 1;
          return point && <PointTip {...{ point, metric, granularity, goesOn }} />;
        }}
      />
      <Legend span={span} />
    </div>
  );
}
