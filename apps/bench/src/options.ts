import { parseArgs } from "node:util";
import type { Extent } from "./comparison";

export interface BenchOptions {
  pairs: number;
  extent: Extent;
  /** Names of comparisons; none: all. */
  only: string[];
  /** Where the JSON goes; absent: the caller's default. */
  json?: string;
  help: boolean;
}

const FULL = { pairs: 7, seconds: 5, sends: 2000 };
const QUICK = { pairs: 3, seconds: 2, sends: 1000 };

/** Bounds keep a run's state small: partitions of one day, and a table that fits into memory. */
const LIMITS = { pairs: 100, seconds: 60, sends: 50_000 };

export const USAGE = `npm run bench -- [options]
  --quick          ${QUICK.pairs} pairs of short runs: for a look, not for a claim
  --pairs N        pairs of runs (${FULL.pairs})
  --seconds N      length of a run that is counted by time (${FULL.seconds})
  --sends N        mails of a run that is counted by mails (${FULL.sends})
  --only NAME      only this comparison; may be repeated
  --json FILE      where the figures go as JSON ($SENDEX_HOME/bench.json)`;

/** The command line. Throws Error with one line on what it does not know. */
export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      pairs: { type: "string" },
      seconds: { type: "string" },
      sends: { type: "string" },
      only: { type: "string", multiple: true, default: [] },
      json: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const defaults = values.quick ? QUICK : FULL;
  const number = (name: keyof typeof LIMITS) => readNumber(name, values[name], defaults[name]);
  return {
    pairs: number("pairs"),
    extent: { seconds: number("seconds"), sends: number("sends") },
    only: values.only,
    ...(values.json === undefined ? {} : { json: values.json }),
    help: values.help,
  };
}

function readNumber(name: keyof typeof LIMITS, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (Number.isInteger(value) && value >= 1 && value <= LIMITS[name]) return value;
  throw new Error(`--${name} must be a whole number from 1 to ${LIMITS[name]}`);
}
