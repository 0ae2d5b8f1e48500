import { useTranslation } from "react-i18next";
import type { Part } from "../breakdown";
import type { Column } from "../../ui/table/column";
import { DataTable } from "../../ui/table/data-table";
import type { Dimension } from "../view";
import classes from "./breakdown.module.css";

interface Props {
  by: Dimension;
  parts: Part[];
  columns: Column<Part>[];
  stale: boolean;
}

export function PartTable({ by, parts, columns, stale }: Props) {
  const { t } = useTranslation("analytics");
  if (parts.length === 0) return <p className={classes.none}>{t(by === "tag" ? "noTags" : "noParts")}</p>;
  return (
    <DataTable
      // Another order belongs to another table.
      key={by}
      label={t("breakdown")}
      columns={columns}
      rows={parts}
      rowId={({ value, name }) => `${value} ${name}`}
      stale={stale}
    />
  );
}
