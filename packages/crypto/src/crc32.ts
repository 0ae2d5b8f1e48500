/** The remainder of every byte under the reflected polynomial of IEEE 802.3. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The CRC-32 of ASCII text (as in zip and PNG), unsigned. Finds typing errors; keeps nothing secret. */
export function crc32(text: string): number {
  let rest = 0xffffffff;
  for (const byte of Buffer.from(text, "latin1")) rest = (rest >>> 8) ^ (TABLE[(rest ^ byte) & 0xff] ?? 0);
  return (rest ^ 0xffffffff) >>> 0;
}
