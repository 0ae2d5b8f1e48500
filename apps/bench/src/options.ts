import { parseArgs } from "node:util";
import type { Extent } from "./report/comparison";

export interface BenchOptions {
  pairs: number;
  extent: Extent;
  /** Names of comparisons; none: those that are not long. */
  only: string[];
  /** The long ones too. */
  all: boolean;
  /** Where the JSON goes; absent: the caller's default. */
  json?: string;
  help: boolean;
}

type Numbers = Extent & { pairs: number };

const FULL: Numbers = {
  ...{ pairs: 7, seconds: 3, sends: 1200 },
  ...{ steady: 30, stored: 5_000_000, waiting: 1_000_000, backlog: 100_000 },
  rows: 1_000_000,
};
const QUICK: Numbers = { ...FULL, pairs: 3, seconds: 2, sends: 1000, rows: 50_000 };

/** Bounds keep a run's state small: partitions of one day, and what fits onto a disk. */
const LIMITS: Numbers = {
  ...{ pairs: 100, seconds: 60, sends: 50_000 },
  ...{ steady: 600, stored: 50_000_000, waiting: 10_000_000, backlog: 1_000_000 },
  rows: 2_500_000,
};

export const USAGE = `npm run bench -- [options]
  --quick          ${QUICK.pairs} pairs of short runs: for a look, not for a claim
  --pairs N        pairs of runs (${FULL.pairs})
  --seconds N      length of a run that is counted by time (${FULL.seconds})
  --sends N        mails of a run that is counted by mails (${FULL.sends})
  --only NAME,…    only these comparisons; may be repeated
  --all            the long comparisons too, which otherwise run only when named
  --json FILE      where the figures go as JSON ($SENDEX_HOME/bench.json)
Of the long comparisons:
  --steady N       seconds of each fixed rate (${FULL.steady})
  --stored N       messages that the big database holds (${FULL.stored})
  --waiting N      messages that wait in the longer queue (${FULL.waiting})
  --backlog N      bulk mails of the account that queues too much (${FULL.backlog})
  --rows N         rows of a file of contacts (${FULL.rows})`;

/** The command line. Throws Error with one line on what it does not know. */
export function readOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      pairs: { type: "string" },
      seconds: { type: "string" },
      sends: { type: "string" },
      steady: { type: "string" },
      stored: { type: "string" },
      waiting: { type: "string" },
      backlog: { type: "string" },
      rows: { type: "string" },
      only: { type: "string", multiple: true, default: [] },
      all: { type: "boolean", default: false },
      json: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const defaults = values.quick ? QUICK : FULL;
  const number = (name: keyof Numbers) => readNumber(name, values[name], defaults[name]);
  return {
    pairs: number("pairs"),
    extent: {
      seconds: number("seconds"),
      sends: number("sends"),
      steady: number("steady"),
      stored: number("stored"),
      waiting: number("waiting"),
      backlog: number("backlog"),
      rows: number("rows"),
    },
    only: values.only.flatMap((names) => names.split(",")),
    all: values.all,
    ...(values.json === undefined ? {} : { json: values.json }),
    help: values.help,
  };
}

function readNumber(name: keyof Numbers, given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  const value = Number(given);
  if (Number.isInteger(value) && value >= 1 && value <= LIMITS[name]) return value;
  throw new Error(`--${name} must be a whole number from 1 to ${LIMITS[name]}`);
}
