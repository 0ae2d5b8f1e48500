import type { Blocks } from "./model";

/** The parse boundary: the API describes no more of it than that it is an object, and has read it. */
export function asBlocks(stored: object): Blocks {
  return stored as Blocks;
}
