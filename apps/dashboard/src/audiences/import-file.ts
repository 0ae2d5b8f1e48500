import type { ContactProperty, paths } from "@sendex/sdk/generated/api";

type Post = paths["/api/v1/contacts/imports"]["post"]["requestBody"]["content"];
export type ImportForm = Post["multipart/form-data"];
export type ColumnMap = NonNullable<ImportForm["column_map"]>;

/** A column of a file: its header, and what the first rows have in it. */
export interface FileColumn {
  name: string;
  samples: string[];
}

/** What a column is: nothing, a field of contacts, or behind `property:` the key of a property. */
export type ColumnMeaning = "" | "email" | "first_name" | "last_name" | "unsubscribed" | `property:${string}`;

const HEAD_BYTES = 64 * 1024;
const SAMPLES = 3;
/** As spreadsheets write them; the API finds the same. Source: packages/pipeline/src/audiences/imports/header.ts */
const DELIMITERS = [",", ";", "\t"];

/** The columns of a file, from its beginning alone: it may be large. */
export async function readColumns(file: Blob): Promise<FileColumn[]> {
  return columnsOf(await file.slice(0, HEAD_BYTES).text());
}

export function columnsOf(head: string): FileColumn[] {
  const text = head.replace(/^\uFEFF/, "");
  const [first = [], ...rows] = DELIMITERS.map((delimiter) => firstRows(text, delimiter)).reduce(
    (best, found) => ((found[0]?.length ?? 0) > (best[0]?.length ?? 0) ? found : best),
  );
  return first.map((name, i) => ({
    name: name.trim(),
    samples: rows.map((cells) => cells[i] ?? ""),
  }));
}

/** The first line, and so many below it that are not empty. */
function firstRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  for (let at = 0; at < text.length && rows.length <= SAMPLES;) {
    const { cells, end } = readRow(text, at, delimiter);
    if (rows.length === 0 || cells.some((cell) => cell !== "")) rows.push(cells);
    at = end;
  }
  return rows;
}

/** Source: RFC 4180. A quote that is not closed ends with the text. */
function readRow(text: string, from: number, delimiter: string): { cells: string[]; end: number } {
  const cells = [""];
  let quoted = false;
  let at = from;
  const add = (letter: string) => {
    cells.push(`${cells.pop() ?? ""}${letter}`);
  };
  for (; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (quoted) {
      if (letter !== '"') add(letter);
      else if (text[at + 1] !== '"') quoted = false;
      else {
        add('"');
        at += 1;
      }
    } else if (letter === '"' && cells.at(-1) === "") quoted = true;
    else if (letter === delimiter) cells.push("");
    else if (letter === "\r" || letter === "\n") break;
    else add(letter);
  }
  return { cells, end: at + (text.startsWith("\r\n", at) ? 2 : 1) };
}

/** What the columns seem to be, each at most once: by their names, as the API finds them without being told. */
export function guess(
  columns: readonly FileColumn[],
  properties: readonly ContactProperty[],
): ColumnMeaning[] {
  const taken = new Set<ColumnMeaning>();
  return columns.map(({ name }) => {
    const meaning = meaningOf(name, properties);
    if (taken.has(meaning)) return "";
    taken.add(meaning);
    return meaning;
  });
}

const NAMES: Record<string, ColumnMeaning> = {
  email: "email",
  e_mail: "email",
  email_address: "email",
  first_name: "first_name",
  last_name: "last_name",
  unsubscribed: "unsubscribed",
};

function meaningOf(name: string, properties: readonly ContactProperty[]): ColumnMeaning {
  if (properties.some(({ key }) => key === name)) return `property:${name}`;
  return NAMES[name.toLowerCase().replace(/[\s-]+/g, "_")] ?? "";
}

/** As the API takes it; what a column is not, is left out. */
export function toColumnMap(columns: readonly FileColumn[], meanings: readonly ColumnMeaning[]): ColumnMap {
  const map: ColumnMap = {};
  const properties: NonNullable<ColumnMap["properties"]> = {};
  for (const [i, { name }] of columns.entries()) {
    const meaning = meanings[i] ?? "";
    if (isProperty(meaning)) properties[meaning.slice("property:".length)] = { column: name };
    else if (meaning !== "") map[meaning] = name;
  }
  return Object.keys(properties).length > 0 ? { ...map, properties } : map;
}

export function isProperty(meaning: ColumnMeaning): meaning is `property:${string}` {
  return meaning.startsWith("property:");
}
