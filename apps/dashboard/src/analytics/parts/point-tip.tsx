import { useTranslation } from "react-i18next";
import tip from "../../ui/chart/tip.module.css";
import { said } from "../formats";
import type { Drawn } from "../metrics";
import type { Point } from "../series";
import type { Span } from "../span";
import { usePointName } from "../use-point-name";
import { Change } from "./change";

interface Props {
  point: Point;
  metric: Drawn;
  granularity: Span["granularity"];
  /** It is not over yet, and its fellow before is cut off alike. */
  goesOn: boolean;
}

/** What was at one place of the chart, and what a period earlier. */
export function PointTip({ point: { name, figures, before }, metric, granularity, goesOn }: Props) {
  const { t, i18n } = useTranslation("analytics");
  const nameOf = usePointName(granularity);
  return (
    <>
      <div className={tip.when}>
        {nameOf(name)} {goesOn && t("soFar")}
      </div>
      <div className={tip.line} data-sum>
        <span className={tip.name}>
          <i aria-hidden /> {t(`metric.${metric}`)}
        </span>
        <span>{said(metric, figures[metric], i18n.language)}</span>
      </div>
      {before && (
        <>
          <div className={tip.line}>
            <span>{nameOf(before.name)}</span>
            <span>{said(metric, before.figures[metric], i18n.language)}</span>
          </div>
          <Change metric={metric} now={figures[metric]} before={before.figures[metric]} />
        </>
      )}
    </>
  );
}
