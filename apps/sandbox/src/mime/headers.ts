import { decodeWords } from "postal-mime";

export interface Header {
  name: string;
  value: string;
}

/** No sane header block is longer; what follows is taken for body. */
const MAX_BLOCK_BYTES = 256 * 1024;

/** The header fields of a raw message in order, unfolded, values as written (encoded words not decoded). */
export function parseHeaders(raw: Buffer): Header[] {
  const headers: Header[] = [];
  for (const line of headerBlock(raw).split(/\r?\n/)) {
    const previous = headers.at(-1);
    if (/^[ \t]/.test(line) && previous !== undefined) {
      previous.value += ` ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(":");
    if (colon > 0)
      headers.push({ name: line.slice(0, colon).trimEnd(), value: line.slice(colon + 1).trim() });
  }
  return headers;
}

/** The bytes before the first empty line, as text. */
function headerBlock(raw: Buffer): string {
  const head = raw.subarray(0, MAX_BLOCK_BYTES);
  if (/^\r?\n/.test(head.toString("latin1", 0, 2))) return "";
  const ends = [head.indexOf("\n\r\n"), head.indexOf("\n\n")].filter((end) => end >= 0);
  return head.subarray(0, ends.length === 0 ? head.length : Math.min(...ends)).toString("utf8");
}

/** The first value of a field, whatever the case of its name. */
export function headerValue(headers: Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find((header) => header.name.toLowerCase() === wanted)?.value;
}

/** RFC 2047 encoded words as the text they stand for. */
export function decodeHeader(value: string): string {
  return value.includes("=?") ? decodeWords(value) : value;
}
