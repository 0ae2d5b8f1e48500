import { randomFillSync } from "node:crypto";

/** One call of the system's generator for many small draws: a call of its own for each would be most of an id's cost. */
const pool = Buffer.alloc(16 * 1024);
let used = pool.length;

/** 16 random bits. */
export function random16(): number {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const bits = pool.readUInt16LE(used);
  used += 2;
  return bits;
}
