/** Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet. */

export type Cell = string | number | boolean | null;

/** A spreadsheet takes a cell that begins so for a formula. Source: OWASP, "CSV Injection". */
const FORMULA = /^[=+\-@\t\r]/;

/** One record with its line end. A text that could be a formula is prefixed with a quote; null is an empty cell. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface CsvRow {
  /** Where it begins, from 1. */
  line: number;
  cells: string[];
}

/**
 * The records of a text, without empty ones; a byte order mark is passed over, and the quote that `csvLine` puts before
 * what could be a formula is taken off. A quote that is not closed ends with the text.
 */
export function* readCsv(text: string): Generator<CsvRow> {
  const reader: Reader = { text, at: text.startsWith("\uFEFF") ? 1 : 0, line: 1 };
  while (reader.at < text.length) {
    const line = reader.line;
    const cells = readRecord(reader);
    if (cells.some((cell) => cell !== "")) yield { line, cells };
  }
}

interface Reader {
  text: string;
  at: number;
  line: number;
}

function readRecord(reader: Reader): string[] {
  const cells: string[] = [];
  for (;;) {
    cells.push(csvText(reader.text[reader.at] === '"' ? readQuoted(reader) : readBare(reader)));
    if (reader.text[reader.at] !== ",") break;
    reader.at += 1;
  }
  if (reader.text[reader.at] === "\r") reader.at += 1;
  if (reader.text[reader.at] === "\n") reader.at += 1;
  reader.line += 1;
  return cells;
}

const BARE_END = /[,\r\n]/g;

function readBare(reader: Reader): string {
  BARE_END.lastIndex = reader.at;
  const end = BARE_END.exec(reader.text)?.index ?? reader.text.length;
  const cell = reader.text.slice(reader.at, end);
  reader.at = end;
  return cell;
}

/** What stands between the closing quote and the next comma belongs to the cell. */
function readQuoted(reader: Reader): string {
  const { text } = reader;
  let cell = "";
  reader.at += 1;
  for (;;) {
    const end = text.indexOf('"', reader.at);
    const part = text.slice(reader.at, end < 0 ? text.length : end);
    reader.line += part.split("\n").length - 1;
    cell += part;
    reader.at = end < 0 ? text.length : end + 1;
    if (text[reader.at] !== '"') return cell + readBare(reader);
    cell += '"';
    reader.at += 1;
  }
}

/** Without the quote that `csvLine` puts before what could be a formula. */
export function csvText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}
