import { MAX_ROW_BYTES } from "@sendex/core/audiences/imports/import";
import { invalidFields, type SendexError } from "@sendex/core/error";
import { type CsvRecord, readRecords } from "./records";

/** The beginning of a file that its header is read from. */
export const HEAD_BYTES = MAX_ROW_BYTES;

const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** As spreadsheets write them, by country; the comma where they are as many. */
const DELIMITERS = [",", ";", "\t"];

/**
 * The first line of a file, and what parts its cells.
 * @throws SendexError bad_request where there is none, or nothing below it
 */
export async function readHeader(
  head: Buffer,
  bytes: number,
): Promise<{ header: CsvRecord; delimiter: string }> {
  const from = { atByte: head.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0, atLine: 1 };
  let best: { header: CsvRecord; delimiter: string } | undefined;
  for (const delimiter of DELIMITERS) {
    const header = await firstRecord(head.subarray(from.atByte), from, delimiter);
    if (header && (!best || header.cells.length > best.header.cells.length)) best = { header, delimiter };
  }
  if (bytes <= from.atByte) throw wrongFile("file is empty.");
  if (!best || (best.header.next.atByte >= head.length && bytes > head.length))
    throw wrongFile("file has no first line that names its columns.");
  if (best.header.next.atByte >= bytes) throw wrongFile("file has no row below its first line.");
  return best;
}

async function firstRecord(
  head: Buffer,
  from: { atByte: number; atLine: number },
  delimiter: string,
): Promise<CsvRecord | undefined> {
  for await (const { records } of readRecords(only(head), from, delimiter)) if (records[0]) return records[0];
  return undefined;
}

async function* only(piece: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(piece);
}

function wrongFile(message: string): SendexError {
  return invalidFields([{ field: "file", code: "format", message }]);
}
