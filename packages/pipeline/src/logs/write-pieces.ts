import type { LoggedCall } from "@sendex/core/logs/call";
import type { Log, Meters } from "@sendex/core/ports";
import type { Data } from "@sendex/data/database/open";
import { isDatabaseTrouble } from "@sendex/data/database/trouble";
import { writeCalls } from "@sendex/data/logs/calls";
import type { Lost } from "./tell-lost";

/** Three refused calls among 250 are found with so many; a database that refuses all is not asked for each of them. */
const MOST_SPLITS = 24;

/**
 * Writes calls by one statement, and by halves where PostgreSQL refuses it, so that a call that it refuses takes no other
 * with it. Returns what is left where PostgreSQL is away.
 */
export async function writePieces(
  data: Data,
  calls: LoggedCall[],
  { log, meters, lost }: { log: Log; meters: Meters; lost: Lost },
): Promise<LoggedCall[]> {
  const pieces = [calls];
  let splits = MOST_SPLITS;
  for (let piece = pieces.shift(); piece; piece = pieces.shift()) {
    try {
      await writeCalls(data, piece);
      meters.add("request_logs", { result: "written" }, piece.length);
    } catch (error) {
      log.debug({ err: error, calls: piece.length }, "calls were not written into the request log");
      if (isDatabaseTrouble(error)) return [piece, ...pieces].flat();
      if (piece.length > 1 && splits > 0) {
        splits -= 1;
        const middle = Math.ceil(piece.length / 2);
        // Before the others: the first refused one is found before another half is halved.
        pieces.unshift(piece.slice(0, middle), piece.slice(middle));
      } else lost.tell(piece.length);
    }
  }
  return [];
}
