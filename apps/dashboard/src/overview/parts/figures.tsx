import { SegmentedControl } from "@mantine/core";
import type { Overview } from "@sendex/sdk/generated/api";
import { ChartColumn, Table2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { later } from "../../ui/later/later";
import { barsOf } from "../bars";
import type { Span } from "../span";
import { Chart } from "./chart";
import classes from "./figures.module.css";
import { Stats } from "./stats";

const BarTable = later(() => import("./bar-table"), "BarTable");

interface Props {
  overview: Overview;
  bars: Span["bars"];
  /** Whether the figures are a table. */
  table: boolean;
  showTable(table: boolean): void;
  /** Dimmed while those of another period are on their way. */
  stale: boolean;
}

/** What became of the mail of the period: in total, and by the hour or day. */
export function Figures({ overview, bars: by, table, showTable, stale }: Props) {
  const { t } = useTranslation("overview");
  const shown = { bars: barsOf(overview, by), by, utc: overview.interval === "day" };
  const icon = (Icon: typeof Table2, label: string) => (
    <span className={classes.view} title={label}>
      <Icon size={14} aria-hidden />
      <span className="only-read-aloud">{label}</span>
    </span>
  );
  return (
    <section className={classes.card} data-stale={stale} aria-label={t("figures")}>
      <Stats totals={overview.totals} />
      <div className={classes.body}>
        <div className={classes.bar}>
          <h2 className={classes.title}>{t(`by.${by}`)}</h2>
          <SegmentedControl
            size="xs"
            aria-label={t("view")}
            value={table ? "table" : "chart"}
            onChange={(value) => showTable(value === "table")}
            data={[
              { value: "chart", label: icon(ChartColumn, t("view.chart")) },
              { value: "table", label: icon(Table2, t("view.table")) },
            ]}
          />
        </div>
        {table ? <BarTable {...shown} /> : <Chart {...shown} />}
      </div>
    </section>
  );
}
