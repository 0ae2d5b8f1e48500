import type { ImportPlace } from "@sendex/data/audiences/imports/window";
import { MAX_ROW_BYTES } from "@sendex/core/audiences/imports/import";
import { type Parser, parse } from "csv-parse";

/** A row as it is written: empty lines are rows of one empty cell. */
export interface CsvRecord {
  cells: string[];
  /** Where it begins, from 1. */
  line: number;
  /** Where the next one begins. */
  next: ImportPlace;
}

/** What a piece of a file brought. */
export interface Batch {
  records: CsvRecord[];
  /** The line from which on the file cannot be read. */
  broken: number | null;
}

/**
 * The rows of a file from a place on, a piece after the other; how it is cut into pieces makes no difference. RFC 4180, and
 * more: a quote inside a cell that has none around it stands for itself. Ends after what cannot be read.
 */
export async function* readRecords(
  pieces: AsyncIterable<Uint8Array>,
  from: ImportPlace,
  delimiter: string,
): AsyncGenerator<Batch> {
  const state = { records: [] as CsvRecord[], at: from };
  const parser = openParser(delimiter, (cells, bytes) => {
    const line = state.at.atLine;
    state.at = { atByte: from.atByte + bytes, atLine: line + 1 + breaksIn(cells) };
    state.records.push({ cells, line, next: state.at });
  });
  const taken = (isBroken: boolean): Batch => {
    const { records } = state;
    state.records = [];
    return { records, broken: isBroken ? state.at.atLine : null };
  };
  for await (const piece of pieces) {
    const isBroken = await new Promise<boolean>((done) =>
      parser.write(piece, (error) => done(Boolean(error))),
    );
    yield taken(isBroken);
    if (isBroken) return;
  }
  const error = await ended(parser);
  yield taken(error !== undefined);
}

function openParser(delimiter: string, take: (cells: string[], bytes: number) => void): Parser {
  const parser = parse({
    delimiter,
    // Named, since it would else be learned from whichever row comes first after a pause.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_ROW_BYTES,
    on_record(cells: string[], { bytes }) {
      take(cells, bytes);
      return null;
    },
  });
  // It is told to whoever wrote.
  return parser.on("error", () => undefined);
}

async function ended(parser: Parser): Promise<Error | undefined> {
  return new Promise((done) => {
    parser.once("error", done).once("finish", () => done(undefined));
    parser.end();
  });
}

const BREAK = /\r\n|\n|\r/g;

/** Line breaks inside quotes. */
function breaksIn(cells: readonly string[]): number {
  return cells.reduce(
    (sum, cell) => sum + (BREAK_INSIDE.test(cell) ? (cell.match(BREAK)?.length ?? 0) : 0),
    0,
  );
}

const BREAK_INSIDE = /[\r\n]/;
