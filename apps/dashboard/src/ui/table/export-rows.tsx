import { Button } from "@mantine/core";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Column } from "./column";
import { save, toCsv } from "./export-csv";

interface Props<Row> {
  /** Of the file, without its end. */
  name: string;
  columns: readonly Column<Row>[];
  /** All there are: of a list that is read page by page the API makes the file. */
  rows: readonly Row[];
}

/** Saves a table that is wholly there, with the ids of its rows where they have some. */
export function ExportRows<Row extends object>({ name, columns, rows }: Props<Row>) {
  const { t } = useTranslation("ui");
  return (
    <Button
      variant="default"
      leftSection={<Download size={14} />}
      disabled={rows.length === 0}
      onClick={() =>
        save(`${name}.csv`, toCsv(rows.some(named) ? [idOf<Row>(), ...columns] : [...columns], rows))
      }
    >
      {t("export")}
    </Button>
  );
}

function named(row: object): row is { id: string } {
  return "id" in row && typeof row.id === "string";
}

function idOf<Row extends object>(): Column<Row> {
  return { id: "id", header: "", cell: () => null, value: (row) => (named(row) ? row.id : null) };
}
