import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/table/column";
import { DataTable } from "../../ui/table/data-table";
import { ExportRows } from "../../ui/table/export-rows";
import { said } from "../formats";
import { type Drawn, METRICS } from "../metrics";
import type { Point } from "../series";
import type { Span } from "../span";
import { usePointName } from "../use-point-name";
import { Change } from "./change";
import classes from "./series-table.module.css";

interface Props {
  points: Point[];
  metric: Drawn;
  granularity: Span["granularity"];
}

/** The chart's figures for those who read or hear them; for spreadsheets all metrics, of before as well. */
export function SeriesTable({ points, metric, granularity }: Props) {
  const { t, i18n } = useTranslation("analytics");
  const nameOf = usePointName(granularity);
  const figure = (value: number | null) => (
    <span className="tabular">{said(metric, value, i18n.language)}</span>
  );
  const columns: Column<Point>[] = [
    {
      ...{ id: "period", header: t(`column.${granularity}`), phone: "title" },
      cell: ({ name }) => nameOf(name),
      value: ({ name }) => name,
    },
    {
      ...{ id: "shown", header: t(`metric.${metric}`), phone: "aside", align: "end" },
      cell: ({ figures }) => figure(figures[metric]),
    },
    {
      ...{ id: "earlier", header: t("column.before"), phone: "note", named: true, align: "end" },
      cell: ({ before }) => before && figure(before.figures[metric]),
    },
    {
      ...{ id: "earlier_name", header: t("column.beforePeriod"), align: "end" },
      cell: ({ before }) => before && <span className={classes.quiet}>{nameOf(before.name)}</span>,
    },
    {
      ...{ id: "change", header: t("column.change"), phone: "end", align: "end" },
      cell: ({ figures, before }) =>
        before && <Change metric={metric} now={figures[metric]} before={before.figures[metric]} />,
    },
    ...METRICS.map((id) => hidden(id, ({ figures }) => figures[id])),
    hidden("before_period", ({ before }) => before?.name ?? null),
    ...METRICS.map((id) => hidden(`before_${id}`, ({ before }) => before?.figures[id] ?? null)),
  ];
  return (
    <>
      <DataTable
        label={t("figures")}
        columns={columns}
        rows={[...points].reverse()}
        rowId={({ name }) => name}
      />
      <div className={classes.foot}>
        <ExportRows name="analytics" columns={columns} rows={points} />
      </div>
    </>
  );
}

/** In the file alone. */
function hidden(id: string, value: (point: Point) => string | number | null): Column<Point> {
  return { id, header: "", hidden: true, cell: () => null, value };
}
