import { SegmentedControl } from "@mantine/core";
import { ChartColumn, ChartLine, type LucideIcon, Table2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./view-choice.module.css";

interface Props {
  kind: "columns" | "line";
  /** Whether the figures are a table. */
  table: boolean;
  show(table: boolean): void;
}

/** The figures as a chart, or as a table for those who read or hear them. */
export function ViewChoice({ kind, table, show }: Props) {
  const { t } = useTranslation("ui");
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("chart.view")}
      value={table ? "table" : "chart"}
      onChange={(value) => show(value === "table")}
      data={[
        { value: "chart", label: <Sign icon={CHARTS[kind]} label={t("chart.chart")} /> },
        { value: "table", label: <Sign icon={Table2} label={t("chart.table")} /> },
      ]}
    />
  );
}

const CHARTS = { columns: ChartColumn, line: ChartLine };

function Sign({ icon: Icon, label }: { icon: LucideIcon; label: string }) {
  return (
    <span className={classes.icon} title={label}>
      <Icon size={14} aria-hidden />
      <span className="only-read-aloud">{label}</span>
    </span>
  );
}
