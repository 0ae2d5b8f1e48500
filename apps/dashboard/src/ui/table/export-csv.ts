import type { Column } from "./column";

/** RFC 4180 with CRLF; a cell that a spreadsheet would take for a formula begins with `'` (OWASP "CSV Injection"). */
export function toCsv<Row>(columns: Column<Row>[], rows: readonly Row[]): string {
  const used = columns.filter(({ value }) => value !== undefined);
  const lines = [
    used.map(({ id }) => cell(id)),
    ...rows.map((row) => used.map(({ value }) => cell(String(value?.(row) ?? "")))),
  ];
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hands the browser a file to save. */
export function save(name: string, text: string, type = "text/csv;charset=utf-8"): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
