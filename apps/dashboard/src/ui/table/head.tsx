import type { ReactTable, RowData } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { Column, features } from "./column";
import classes from "./data-table.module.css";
import { descendsNext } from "./sorting";

interface Props<Row extends RowData> {
  table: ReactTable<typeof features, Row>;
  columns: Column<Row>[];
}

export function Head<Row extends RowData>({ table, columns }: Props<Row>) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {columns.map(({ id, header, label, sort, width, align }) => {
          const sorted = table.getColumn(id)?.getIsSorted() || undefined;
          return (
            <th
              key={id}
              role="columnheader"
              scope="col"
              style={{ width }}
              data-align={align}
              aria-sort={sorted && SORTED[sorted]}
            >
              {sort ? (
                <button
                  type="button"
                  className={classes.sort}
                  onClick={() => table.getColumn(id)?.toggleSorting(descendsNext(sort, sorted))}
                >
                  {header} {sorted === "asc" && <ArrowUp size={12} />}
                  {sorted === "desc" && <ArrowDown size={12} />}
                </button>
              ) : (
                header || <span className="only-read-aloud">{label}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

const SORTED = { asc: "ascending", desc: "descending" } as const;
