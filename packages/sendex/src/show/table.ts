import { plain } from "./as-text";

/** A cell never grows wider, in characters. */
const MAX_CELL = 60;

/** Rows under their heads, in columns; `empty` where there is none. */
export function table<Row>(
  columns: Record<string, (row: Row) => string | null>,
  rows: Row[],
  empty: string,
): string {
  if (rows.length === 0) return empty;
  const heads = Object.keys(columns);
  const cells = rows.map((row) => Object.values(columns).map((of) => cut(plain(of(row) ?? "–"))));
  const widths = heads.map((head, i) => Math.max(head.length, ...cells.map((line) => line[i]?.length ?? 0)));
  return [heads, ...cells]
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function cut(text: string): string {
  const line = text.replaceAll(/[\t\n]/g, " ");
  return line.length > MAX_CELL ? `${line.slice(0, MAX_CELL - 1)}…` : line;
}
