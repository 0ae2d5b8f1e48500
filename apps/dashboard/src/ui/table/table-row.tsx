import type { Column } from "./column";
import classes from "./data-table.module.css";

interface Props<Row> {
  row: Row;
  index: number;
  columns: Column<Row>[];
  measure(element: HTMLTableRowElement | null): void;
}

export function TableRow<Row>({ row, index, columns, measure }: Props<Row>) {
  return (
    <tr
      ref={measure}
      role="row"
      data-index={index}
      data-row
      tabIndex={-1}
      aria-rowindex={index + 2}
      className={classes.row}
    >
      {columns.map((column) => (
        <td
          key={column.id}
          role="cell"
          data-align={column.align}
          data-phone={column.phone}
          data-name={column.named ? column.header : undefined}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
