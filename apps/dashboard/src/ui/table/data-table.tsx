import { type RowData, useTable } from "@tanstack/react-table";
import { useMemo } from "react";
import { type Column, features, tableColumns } from "./column";
import classes from "./data-table.module.css";
import { Head } from "./head";
import { More, type MoreRows } from "./more";
import { useRowKeys } from "./row-keys";
import { TableRow } from "./table-row";
import { useVisibleRows } from "./visible-rows";

interface Props<Row> {
  /** Names the table for those who hear it. */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowId(row: Row): string;
  /** Pages to come of a long list. */
  more?: MoreRows;
  /** Dimmed while rows of another filter are on their way. */
  stale?: boolean;
}

/**
 * Rows that are links (a `RowLink` in one of the cells) or not. Only those in sight are in the document, so that 100,000
 * stay smooth; j and k move, Enter opens. On a phone each row is a card.
 */
export function DataTable<Row extends RowData>({ label, columns, rows, rowId, more, stale }: Props<Row>) {
  const defs = useMemo(() => tableColumns(columns), [columns]);
  const table = useTable({ features, columns: defs, data: rows, getRowId: rowId });
  const sorted = table.getRowModel().rows;
  const { ref, items, before, after, measure } = useVisibleRows(sorted.length);
  useRowKeys(ref);
  return (
    <div className={classes.frame} data-stale={stale}>
      <table
        ref={ref}
        className={classes.table}
        role="table"
        aria-label={label}
        aria-rowcount={more?.has ? -1 : rows.length}
      >
        <Head table={table} columns={columns} />
        <tbody role="rowgroup">
          {before > 0 && <tr role="presentation" style={{ height: before }} />}
          {items.map(({ index }) => {
            const row = sorted[index];
            return (
              row && (
                <TableRow key={row.id} row={row.original} index={index} columns={columns} measure={measure} />
              )
            );
          })}
          {after > 0 && <tr role="presentation" style={{ height: after }} />}
        </tbody>
      </table>
      {more && <More {...more} shown={items.at(-1)?.index ?? 0} count={rows.length} />}
    </div>
  );
}
