const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SMALL_U = 0x75;
/** Looked at one by one before the rest of a long string is searched at memory speed. */
const STEP = 256;

/** The index of the quote that ends the string whose first character is at `start`; the text's length if none does. */
export function endOfString(bytes: Uint8Array, start: number): number {
  let i = start;
  for (;;) {
    const stop = i + STEP;
    while (i < stop && i < bytes.length && bytes[i] !== QUOTE) i += bytes[i] === BACKSLASH ? 2 : 1;
    if (i >= bytes.length) return bytes.length;
    if (i < stop && bytes[i] === QUOTE) return i;
    const quote = bytes.indexOf(QUOTE, i);
    if (quote < 0) return bytes.length;
    if (!isEscaped(bytes, i, quote)) return quote;
    i = quote + 1;
  }
}

/** Whether an odd number of backslashes stands before this quote; `from` is no second half of an escape. */
function isEscaped(bytes: Uint8Array, from: number, quote: number): boolean {
  let i = quote;
  while (i > from && bytes[i - 1] === BACKSLASH) i -= 1;
  return (quote - i) % 2 === 1;
}

/** How long the text is, in UTF-16 units, that JSON writes between these places, quotes left out. */
export function charactersOf(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === BACKSLASH) i += bytes[i + 1] === SMALL_U ? 5 : 1;
    // The bytes after a character's first count no more; the fourth makes a second unit.
    if (byte < 0x80 || byte >= 0xc0) count += byte >= 0xf0 ? 2 : 1;
  }
  return count;
}
