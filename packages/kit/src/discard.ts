/** Smaller memory is left to the collector. */
const LARGE_BYTES = 1024 * 1024;

/** An ArrayBuffer as ES2024 has it. */
interface Transferable {
  byteLength: number;
  transfer?: (length: number) => unknown;
}

/**
 * Gives large memory back at once, instead of when the collector next looks. Nobody may read these bytes any more: they
 * are empty from now on. A view on a part of a buffer is left alone, and so is all of it where the engine cannot (Node 20).
 */
export function discard(bytes: Uint8Array): void {
  const buffer: Transferable = bytes.buffer;
  if (bytes.length < LARGE_BYTES || bytes.length !== buffer.byteLength) return;
  buffer.transfer?.(0);
}
