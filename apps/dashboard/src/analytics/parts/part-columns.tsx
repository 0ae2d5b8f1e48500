import type { TFunction } from "i18next";
import type { Column } from "../../ui/table/column";
import { RowLink } from "../../ui/table/row-link";
import type { Part } from "../breakdown";
import { said } from "../formats";
import { type Metric, METRICS } from "../metrics";
import { narrowed } from "../narrowing";
import type { NameOf } from "../use-names";
import type { AnalyticsView, Dimension } from "../view";
import { Bar } from "./bar";
import classes from "./part-columns.module.css";

/** What the table shows; the file has all metrics. */
const SHOWN = [
  ...(["sent", "delivery_rate", "bounce_rate", "complaint_rate"] as const),
  ...(["open_rate", "click_rate", "delay_p50", "delay_p95"] as const),
];
/** Those whose size is seen beside the others' at a glance. */
const WITH_BARS: readonly Metric[] = ["sent", "open_rate", "click_rate"];
const ON_PHONES: Partial<Record<Metric, Column<Part>["phone"]>> = {
  ...{ sent: "aside", delivery_rate: "note", bounce_rate: "end" },
};

interface Options {
  by: Dimension;
  parts: Part[];
  view: AnalyticsView;
  nameOf: NameOf;
  t: TFunction<"analytics">;
  language: string;
}

export function partColumns({ by, parts, view, nameOf, t, language }: Options): Column<Part>[] {
  const named = ({ value, name }: Part) => nameOf(by, value, name);
  return [
    { ...{ id: by, header: "", hidden: true }, value: ({ value }) => value, cell: () => null },
    {
      ...{ id: "name", header: t(`dimension.${by}`), phone: "title", width: "26%", sort: true },
      value: (part) => named(part).text,
      cell: (part) => <Name value={part.value} by={by} view={view} {...named(part)} />,
    },
    ...SHOWN.map((id): Column<Part> => {
      const drawn = WITH_BARS.includes(id) && parts.length > 1;
      const most = Math.max(0, ...parts.map(({ figures }) => figures[id] ?? 0));
      return {
        ...{ id, header: t(`short.${id}`), align: "end", named: true, sort: "number", phone: ON_PHONES[id] },
        value: ({ figures }) => figures[id],
        cell: ({ figures }) => (
          <Bar share={drawn && most > 0 ? (figures[id] ?? 0) / most : undefined}>
            {said(id, figures[id], language)}
          </Bar>
        ),
      };
    }),
    ...METRICS.filter((id) => !SHOWN.some((shown) => shown === id)).map((id): Column<Part> => ({
      ...{ id, header: "", hidden: true },
      value: ({ figures }) => figures[id],
      cell: () => null,
    })),
  ];
}

interface NameProps {
  by: Dimension;
  value: string | null;
  view: AnalyticsView;
  text: string;
  note?: string;
}

/** What has no value cannot be asked for, and leads nowhere. */
function Name({ by, value, view, text, note }: NameProps) {
  return (
    <>
      {value === null ? (
        text
      ) : (
        <RowLink to="/analytics" search={narrowed(view, by, value)}>
          {text}
        </RowLink>
      )}
      {note && <span className={classes.note}> {note}</span>}
    </>
  );
}
