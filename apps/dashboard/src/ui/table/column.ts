import {
  createColumnHelper,
  createSortedRowModel,
  type RowData,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
} from "@tanstack/react-table";
import type { ReactNode } from "react";
import { bySize, type Sort } from "./sorting";

/** A column of a DataTable. */
export interface Column<Row> {
  id: string;
  /** Translated. Empty: only read aloud, from `label`. */
  header: string;
  label?: string;
  cell(row: Row): ReactNode;
  /** What the column is sorted by and what stands in the CSV; without it the column is in neither. */
  value?(row: Row): string | number | null;
  /** Not shown, only in the CSV. */
  hidden?: boolean;
  /** Only where all rows are there: a page of a long list cannot be sorted honestly. */
  sort?: Sort;
  /** As CSS has it; without it the column shares what is left. */
  width?: string;
  align?: "end";
  /** Where it stands on a phone, where a row is a card; without it, nowhere. */
  phone?: "title" | "aside" | "note" | "end";
  /** On a phone the header stands before the value, which says nothing by itself. */
  named?: boolean;
}

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric },
});

/** As TanStack Table wants them. */
export function tableColumns<Row extends RowData>(columns: Column<Row>[]) {
  const helper = createColumnHelper<typeof features, Row>();
  return helper.columns(
    columns.map((column) =>
      column.sort === "number"
        ? helper.accessor((row: Row) => column.value?.(row) ?? undefined, {
            id: column.id,
            header: column.header,
            enableSorting: true,
            sortFn: (one, other, id) => bySize(one.getValue(id), other.getValue(id)),
            sortUndefined: "last",
          })
        : helper.accessor((row: Row) => column.value?.(row) ?? "", {
            id: column.id,
            header: column.header,
            enableSorting: column.sort === true,
            sortFn: "alphanumeric",
          }),
    ),
  );
}
