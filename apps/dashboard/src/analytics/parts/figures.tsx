import { SegmentedControl } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { ChartCard } from "../../ui/chart/card";
import { ViewChoice } from "../../ui/chart/view-choice";
import { later } from "../../ui/later/later";
import { measureOf } from "../measures";
import type { Drawn, Figures as Counted } from "../metrics";
import type { Point } from "../series";
import type { Span } from "../span";
import type { AnalyticsView } from "../view";
import { Chart } from "./chart";
import classes from "./figures.module.css";
import { Sums } from "./sums";

const SeriesTable = later(() => import("./series-table"), "SeriesTable");

interface Props {
  found: { span: Span; sums: Counted; sumsBefore: Counted | undefined; points: Point[] };
  view: AnalyticsView;
  look(some: AnalyticsView): void;
  /** Dimmed while those of another period or filter are on their way. */
  stale: boolean;
}

/** What became of the mail of the period: in total beside the period before, and one measure by time. */
export function Figures({ found: { span, sums, sumsBefore, points }, view, look, stale }: Props) {
  const { t } = useTranslation("analytics");
  const { show: metric = "sent", as } = view;
  const { granularity } = span;
  const { name, aspects } = measureOf(metric);
  const show = (next: Drawn) => look({ show: next === "sent" ? undefined : next });
  return (
    <ChartCard
      label={t("figures")}
      stale={stale}
      sums={<Sums figures={sums} before={sumsBefore} shown={metric} show={show} />}
      title={t(`by.${granularity}`, { metric: t(`metric.${metric}`) })}
      controls={
        <div className={classes.controls}>
          {aspects.length > 1 && (
            <SegmentedControl
              size="xs"
              aria-label={t(`measure.${name}`)}
              value={metric}
              onChange={show}
              data={aspects.map((value) => ({ value, label: t(`aspect.${aspectOf(value)}`) }))}
            />
          )}
          <ViewChoice
            kind="line"
            table={as === "table"}
            show={(table) => look({ as: table ? "table" : undefined })}
          />
        </div>
      }
    >
      {as === "table" ? (
        <SeriesTable {...{ points, metric, granularity }} />
      ) : (
        <Chart {...{ points, metric, span }} sum={sums[metric]} />
      )}
    </ChartCard>
  );
}

function aspectOf(metric: Drawn): "count" | "rate" | "p50" | "p95" | "p99" {
  if (metric === "delay_p50") return "p50";
  if (metric === "delay_p95") return "p95";
  if (metric === "delay_p99") return "p99";
  return metric.endsWith("_rate") ? "rate" : "count";
}
