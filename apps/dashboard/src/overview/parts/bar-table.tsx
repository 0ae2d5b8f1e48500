import { useTranslation } from "react-i18next";
import type { Column } from "../../ui/table/column";
import { DataTable } from "../../ui/table/data-table";
import { ExportRows } from "../../ui/table/export-rows";
import type { Bar } from "../bars";
import { number } from "../../ui/chart/numbers";
import { timeName } from "../../ui/chart/moments";
import classes from "./bar-table.module.css";

const COUNTED = ["sent", "delivered", "deferred", "bounced", "complained", "failed"] as const;
/** Where each stands on a phone, if anywhere. */
const ON_PHONES: Partial<Record<(typeof COUNTED)[number], Column<Bar>["phone"]>> = {
  ...{ sent: "aside", delivered: "note", bounced: "end" },
};

interface Props {
  bars: Bar[];
  by: "hour" | "day";
  /** The days are UTC's, not the viewer's. */
  utc: boolean;
}

/** The chart's figures for those who read or hear them, and for spreadsheets. */
export function BarTable({ bars, by, utc }: Props) {
  const { t, i18n } = useTranslation("overview");
  const columns: Column<Bar>[] = [
    {
      ...{ id: "at", header: t(`column.${by}`), phone: "title", width: "24%" },
      cell: ({ at }) => timeName(at, by, i18n.language, utc),
      value: ({ at }) => new Date(at).toISOString(),
    },
    ...COUNTED.map((id): Column<Bar> => ({
      ...{ id, header: t(`counted.${id}`), align: "end", named: true },
      phone: ON_PHONES[id],
      cell: ({ counts }) => <span className="tabular">{number(counts[id], i18n.language)}</span>,
      value: ({ counts }) => counts[id],
    })),
  ];
  return (
    <>
      <DataTable
        label={t("figures")}
        columns={columns}
        rows={[...bars].reverse()}
        rowId={({ at }) => String(at)}
      />
      <div className={classes.foot}>
        <ExportRows name="overview" columns={columns} rows={bars} />
      </div>
    </>
  );
}
