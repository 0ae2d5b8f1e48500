/**
 * Files of old SDKs: `"data":[37,80,68,…]`, the JSON form of a Buffer. Parsed as JSON a file of 12 MB would be
 * hundreds of MB of numbers, so such arrays are cut out of the text and read straight from its bytes.
 */

/** Where an array of bytes stands in JSON text, its brackets included, and how many bytes it holds. */
export interface ByteArraySpan {
  start: number;
  end: number;
  count: number;
}

const CLOSE = 0x5d;
const COMMA = 0x2c;
const ZERO = 0x30;
const NINE = 0x39;

/** The array that opens at `start`, if it is one of whole numbers from 0 to 255 in JSON's spelling. */
export function findByteArray(text: Uint8Array, start: number): ByteArraySpan | undefined {
  let count = 0;
  let i = skipSpace(text, start + 1);
  if (text[i] === CLOSE) return { start, end: i + 1, count };
  for (;;) {
    const end = endOfByte(text, i);
    if (end === i) return undefined;
    count += 1;
    i = skipSpace(text, end);
    if (text[i] === CLOSE) return { start, end: i + 1, count };
    if (text[i] !== COMMA) return undefined;
    i = skipSpace(text, i + 1);
  }
}

/** The bytes of an array that `findByteArray` found. */
export function readByteArray(text: Uint8Array, { start, end, count }: ByteArraySpan): Uint8Array {
  const bytes = new Uint8Array(count);
  let n = 0;
  let value = 0;
  let inNumber = false;
  for (let i = start + 1; i < end; i += 1) {
    const character = text[i] ?? 0;
    if (character >= ZERO && character <= NINE) {
      value = value * 10 + character - ZERO;
      inNumber = true;
    } else if (inNumber) {
      bytes[n] = value;
      n += 1;
      value = 0;
      inNumber = false;
    }
  }
  return bytes;
}

/** The index after a number from 0 to 255, or `start` when there is none. JSON knows no leading zeros. */
function endOfByte(text: Uint8Array, start: number): number {
  let value = 0;
  let i = start;
  for (; i < start + 4; i += 1) {
    const character = text[i] ?? 0;
    if (character < ZERO || character > NINE) break;
    value = value * 10 + character - ZERO;
  }
  const digits = i - start;
  return value > 255 || (digits > 1 && text[start] === ZERO) ? start : i;
}

function skipSpace(text: Uint8Array, start: number): number {
  let i = start;
  while (text[i] === 0x20 || text[i] === 0x0a || text[i] === 0x0d || text[i] === 0x09) i += 1;
  return i;
}
