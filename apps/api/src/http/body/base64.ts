/** A piece of text that is decoded at once: a multiple of four. */
const PIECE = 64 * 1024;

/** RFC 4648 section 4, its padding optional, line breaks allowed as MIME writers put them. Undefined when it is anything else. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const packed = text.includes("\n") || text.includes("\r") ? text.replace(/[\r\n]/g, "") : text;
  const digits = digitsOf(packed.length, packed.slice(-2));
  // Node's decoder also takes the alphabet of base64url; a strict one does not.
  if (digits === undefined || packed.includes("-") || packed.includes("_")) return undefined;
  const bytes = Buffer.from(packed, "base64");
  // The decoder skips or stops at what it does not know, and so comes out short.
  return bytes.length === Math.floor((digits * 3) / 4) ? ownBytes(bytes) : undefined;
}

/** As decodeBase64, but for line breaks, of the text that stands in these bytes: no string as long as it is made. */
export function decodeBase64At(text: Uint8Array, start: number, end: number): Uint8Array | undefined {
  const source = Buffer.from(text.buffer, text.byteOffset + start, end - start);
  const digits = digitsOf(source.length, source.toString("latin1", Math.max(0, source.length - 2)));
  if (digits === undefined || source.includes("-") || source.includes("_")) return undefined;
  const bytes = Buffer.from(new ArrayBuffer(Math.floor((digits * 3) / 4)));
  let filled = 0;
  for (let from = 0; from < digits; from += PIECE) {
    const piece = source.toString("latin1", from, Math.min(from + PIECE, digits));
    const written = bytes.write(piece, filled, "base64");
    if (written !== Math.floor((piece.length * 3) / 4)) return undefined;
    filled += written;
  }
  return bytes;
}

/** How many characters of such a text carry data, by its last two; undefined where no base64 is so long. */
function digitsOf(length: number, tail: string): number | undefined {
  const padding = tail === "==" ? 2 : tail.endsWith("=") ? 1 : 0;
  const digits = length - padding;
  return digits % 4 === 1 || (padding > 0 && length % 4 !== 0) ? undefined : digits;
}

/** A small Buffer is a slice of memory that it shares with others, and so could not be handed to another thread. */
function ownBytes(bytes: Buffer): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
