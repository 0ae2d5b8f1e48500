import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The engine's own collector, which a flag lets programs call. */
function collector(): (options: { type: "major"; execution: "async" }) => Promise<void> {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
}

let gc: ReturnType<typeof collector> | undefined;

/**
 * Gives back what a large request has left: the copies of its bytes that the cipher and PostgreSQL's driver made. The
 * engine sees little of them, since they lie outside its heap, and would let those of several requests pile up.
 */
export async function collectGarbage(): Promise<void> {
  gc ??= collector();
  await gc({ type: "major", execution: "async" });
}
