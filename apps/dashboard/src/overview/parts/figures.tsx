import type { Overview } from "@sendex/sdk/generated/api";
import { useTranslation } from "react-i18next";
import { ChartCard } from "../../ui/chart/card";
import { ViewChoice } from "../../ui/chart/view-choice";
import { later } from "../../ui/later/later";
import { barsOf } from "../bars";
import type { Span } from "../span";
import { Chart } from "./chart";
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
  return (
    <ChartCard
      label={t("figures")}
      stale={stale}
      sums={<Stats totals={overview.totals} />}
      title={t(`by.${by}`)}
      controls={<ViewChoice kind="columns" table={table} show={showTable} />}
    >
      {table ? <BarTable {...shown} /> : <Chart {...shown} />}
    </ChartCard>
  );
}
