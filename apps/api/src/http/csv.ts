import { pipeline } from "node:stream/promises";
import { type Cell, csvLine } from "@sendex/kit/csv";
import type { Log } from "@sendex/core/ports";
import Joi from "joi";
import type { Exchange } from "./endpoint";
import type { Reply } from "./reply";

/** Lists as CSV: by `?format=csv`, or by an Accept header that asks for nothing else. */

/** Rows of a list in one answer; the next ones are asked for with `after`. */
export const MAX_CSV_ROWS = 10_000;
const PAGE = 500;

/** The parameter of a list that can be had as CSV. */
export const format = Joi.valid("json", "csv").description(
  `\`csv\`: text/csv of up to ${MAX_CSV_ROWS.toLocaleString("en-US")} rows, whatever \`limit\` says, as \`Accept: text/csv\` does. \`X-Truncated: true\` says that there are more, and \`X-Next-After\` what goes into \`after\` for them.`,
);

export function wantsCsv({ query, header }: Pick<Exchange, "query" | "header">): boolean {
  const asked = query.get("format");
  return asked === null ? /^\s*text\/csv\s*(;|$)/i.test(header("accept") ?? "") : asked === "csv";
}

/** A table: the names of its columns, and what each has of a row. */
export type Columns<Row> = Record<string, (row: Row) => Cell>;

export interface Listed<Row> {
  data: Row[];
  hasMore: boolean;
}

/** Rows from the newest on, or from `after`; read page by page, and sent once all are there. */
export async function csvOfList<Row>(
  name: string,
  columns: Columns<Row>,
  { after, idOf }: { after?: string | undefined; idOf(row: Row): string },
  read: (page: { limit: number; after?: string }) => Promise<Listed<Row>>,
): Promise<Reply> {
  const lines = [csvLine(Object.keys(columns))];
  let last = after;
  let more = true;
  for (let rows = 0; more && rows < MAX_CSV_ROWS;) {
    const limit = Math.min(PAGE, MAX_CSV_ROWS - rows);
    const { data, hasMore } = await read({ limit, ...(last !== undefined && { after: last }) });
    for (const row of data) lines.push(lineOf(columns, row));
    const end = data.at(-1);
    if (end) last = idOf(end);
    rows += data.length;
    more = hasMore && end !== undefined;
  }
  const headers = {
    ...csvHeaders(name),
    "X-Truncated": String(more),
    ...(more && last !== undefined && { "X-Next-After": last }),
  };
  return { status: 200, body: lines.join(""), headers };
}

/** All rows, sent as they are read: what fails on the way ends the connection, so that no part is taken for the whole. */
export async function csvStream<Row>(
  log: Log,
  name: string,
  columns: Columns<Row>,
  rows: AsyncIterable<Row>,
): Promise<Reply> {
  return streamed(log, csvHeaders(name), linesOf(columns, rows));
}

/** Text that comes in pieces. The first one is waited for, so that a refusal can still be answered. */
export async function streamed(
  log: Log,
  headers: Record<string, string>,
  pieces: AsyncGenerator<string>,
): Promise<Reply> {
  const first = await pieces.next();
  return {
    status: 200,
    body: "",
    headers,
    flow(response) {
      if (response.req.method === "HEAD" || response.destroyed) {
        void pieces.return(undefined);
        response.end();
        return;
      }
      pipeline(from(first, pieces), response).catch((error: unknown) => {
        log.warn({ err: error }, "a stream was not sent to its end");
      });
    },
  };
}

async function* from(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}

/** Some hundred lines a piece. */
const PIECE_CHARACTERS = 64 * 1024;

async function* linesOf<Row>(columns: Columns<Row>, rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let piece = csvLine(Object.keys(columns));
  for await (const row of rows) {
    piece += lineOf(columns, row);
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

function lineOf<Row>(columns: Columns<Row>, row: Row): string {
  return csvLine(Object.values(columns).map((cell) => cell(row)));
}

/** A browser saves it, and never takes it for something else. */
function csvHeaders(name: string): Record<string, string> {
  return {
    "Content-Type": "text/csv; charset=utf-8; header=present",
    "Content-Disposition": `attachment; filename="${name}.csv"`,
    "X-Content-Type-Options": "nosniff",
  };
}
