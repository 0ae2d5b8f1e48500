import { randomFillSync } from "node:crypto";

/** One call of the system's generator for many small draws: a call of its own for each would be most of an id's cost, and much of a nonce's. */
const pool = Buffer.alloc(16 * 1024);
let used = pool.length;

/** So many fresh random bytes, at most a few dozen. They are a copy: the pool is used again. */
export function randomPiece(length: number): Buffer {
  if (used + length > pool.length) refill();
  const piece = Buffer.from(pool.subarray(used, used + length));
  used += length;
  return piece;
}

/** 16 random bits. */
export function random16(): number {
  if (used + 2 > pool.length) refill();
  const bits = pool.readUInt16LE(used);
  used += 2;
  return bits;
}

function refill(): void {
  randomFillSync(pool);
  used = 0;
}
