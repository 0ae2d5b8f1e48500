import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

type Collector = (options: { type: "major"; execution: "async"; flavor?: "last-resort" }) => Promise<void>;

/** The engine's own, which a flag lets programs call. */
function collector(): Collector {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as Collector;
}

let gc: Collector | undefined;

/**
 * Gives back what a large request has left: the copies of its bytes that the cipher and PostgreSQL's driver made. The
 * engine sees little of them, since they lie outside its heap, and would let those of several requests pile up.
 */
export async function collectGarbage(): Promise<void> {
  gc ??= collector();
  await gc({ type: "major", execution: "async" });
}

/**
 * Gives back the room that loading the program took, some 50 MB that the engine would keep for new objects. Nothing else
 * runs for a few hundred milliseconds: for a process that has not begun.
 */
export async function shrinkHeap(): Promise<void> {
  gc ??= collector();
  await gc({ type: "major", execution: "async", flavor: "last-resort" });
}
