import { Button } from "@mantine/core";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Column } from "./column";
import { save, toCsv } from "./export-csv";

interface Props<Row> {
  /** Of the file: "accounts.csv". */
  name: string;
  columns: Column<Row>[];
  rows: Row[];
}

/** Saves the rows that are shown. */
export function ExportRows<Row>({ name, columns, rows }: Props<Row>) {
  const { t } = useTranslation("ui");
  return (
    <Button
      variant="default"
      leftSection={<Download size={14} />}
      disabled={rows.length === 0}
      onClick={() => save(name, toCsv(columns, rows))}
    >
      {t("export")}
    </Button>
  );
}
