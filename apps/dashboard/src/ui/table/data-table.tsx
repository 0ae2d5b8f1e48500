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

const NONE: never[] = [];

/**
 * Rows that are links (a `RowLink` in one of the cells) or not. Only those in sight are in the document, so that 100,000
 * stay smooth; j and k move, Enter opens. On a phone each row is a card.
 */
export function DataTable<Row extends RowData>({ label, columns, rows, rowId, more, stale }: Props<Row>) {
  const shown = useMemo(() => columns.filter(({ hidden }) => hidden !== true), [columns]);
  const defs = useMemo(() => tableColumns(shown), [shown]);
  const sorts = shown.some(({ sort }) => sort !== undefined);
  // A model of each row is worth it only where rows are put in order.
  const table = useTable({ features, columns: defs, data: sorts ? rows : NONE, getRowId: rowId });
  const sorted = sorts ? table.getRowModel().rows.map(({ original }) => original) : rows;
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
        <Head table={table} columns={shown} />
        <tbody role="rowgroup">
          {before > 0 && <tr role="presentation" style={{ height: before }} />}
          {items.map(({ index }) => {
            const row = sorted[index];
            return (
              row && <TableRow key={rowId(row)} row={row} index={index} columns={shown} measure={measure} />
            );
          })}
          {after > 0 && <tr role="presentation" style={{ height: after }} />}
        </tbody>
      </table>
      {more && <More {...more} shown={items.at(-1)?.index ?? 0} count={rows.length} />}
    </div>
  );
}
