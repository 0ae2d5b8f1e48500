import { setImmediate } from "node:timers/promises";
import { MAX_IMPORT_FAILURES, MAX_WINDOW_ROWS, windowRows } from "@sendex/core/audiences/imports/import";
import { failTurn, type ImportTurn, takeTurn } from "@sendex/data/audiences/imports/turns";
import { allProperties } from "@sendex/data/audiences/properties";
import { isDatabaseTrouble } from "@sendex/data/database/trouble";
import type { Context } from "../../context";
import { piecesOf } from "./pieces";
import { type CsvRecord, readRecords } from "./records";
import { writeWindow } from "./window";

/** What one import gets before the next has its turn. */
const TURN_MS = 1_000;
/** What the task does before it is asked again, and can be stopped. */
const RUN_MS = 4_000;
/** What a transaction is to take; the rows of the next follow from the last. */
const WINDOW_MS = 400;
const FEWEST_ROWS = 100;
const WINDOW_BYTES = 4 * 1024 * 1024;

/**
 * The scheduler's task: turns of the imports that wait, the longest waiting first. A turn reads its file window by window, each
 * written in one transaction with how far the file is read: where it is killed, another goes on from the last window. The task
 * remembers how many rows fit a transaction, and resolves to the number of turns.
 */
export function openImports(context: Context): () => Promise<number> {
  const pace: Pace = { rows: MAX_WINDOW_ROWS };
  return async () => {
    const begun = performance.now();
    let turns = 0;
    while (performance.now() - begun < RUN_MS && (await takeOneTurn(context, pace))) turns += 1;
    return turns;
  };
}

async function takeOneTurn(context: Context, pace: Pace): Promise<boolean> {
  const turn = await takeTurn(context.data, context.clock());
  if (!turn) return false;
  try {
    await readIn(context, turn, pace);
    return true;
  } catch (error) {
    pace.rows = Math.max(FEWEST_ROWS, Math.floor(pace.rows / 2));
    if (!isDatabaseTrouble(error)) await failTurn(context.data, turn, FAILURE, context.clock());
    throw error;
  }
}

const FAILURE = {
  error: "The file could not be read in. What stands in the counts is written.",
  most: MAX_IMPORT_FAILURES,
};

interface Pace {
  rows: number;
}

async function readIn(context: Context, turn: ImportTurn, pace: Pace): Promise<void> {
  const begun = performance.now();
  const keys = turn.plan.properties;
  const all = Object.keys(keys).length > 0 ? await allProperties(context.data, turn.owner.accountId) : [];
  // Those that were removed meanwhile are passed over.
  const known = all.filter(({ key }) => Object.hasOwn(keys, key));
  let place: ImportTurn | undefined = turn;
  let waiting: CsvRecord[] = [];
  for await (const { records, broken } of readRecords(piecesOf(context, turn), turn, turn.plan.delimiter)) {
    waiting = waiting.concat(records);
    const isLast = broken !== null || (waiting.at(-1)?.next.atByte ?? 0) >= turn.bytes;
    for (;;) {
      const count = windowOf(waiting, place, pace);
      const isWhole = count === waiting.length;
      if (isWhole && !isLast) break;
      place = await timed(pace, () =>
        writeWindow(context, place ?? turn, {
          records: waiting.slice(0, count),
          known,
          ends: isWhole,
          broken: isWhole ? broken : null,
        }),
      );
      waiting = waiting.slice(count);
      if (!place || isWhole || performance.now() - begun > TURN_MS) return;
      await setImmediate();
    }
  }
}

/** How many of the rows that wait are the next window. */
function windowOf(
  waiting: readonly CsvRecord[],
  { atByte, segments, topics }: ImportTurn,
  { rows }: Pace,
): number {
  const most = Math.min(rows, windowRows(segments.length, topics.length));
  const tooFar = waiting.slice(0, most).findIndex(({ next }) => next.atByte - atByte > WINDOW_BYTES);
  return tooFar > 0 ? tooFar : Math.min(most, waiting.length);
}

async function timed<T>(pace: Pace, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  const factor = Math.min(1.5, WINDOW_MS / (performance.now() - begun));
  pace.rows = Math.min(MAX_WINDOW_ROWS, Math.max(FEWEST_ROWS, Math.floor(pace.rows * factor)));
  return result;
}
