import { parseArgs } from "node:util";
import { type Drill, DRILL } from "./row";

export interface FaultsOptions {
  /** Rows as the matrix numbers them; none: all. */
  only: string[];
  /** In place of each row's own number. */
  messages?: number;
  drill: Drill;
  /** Where the JSON goes; absent: the caller's default. */
  json?: string;
  help: boolean;
}

const LIMITS = { messages: 100_000, outage: 600 };

export const USAGE = `npm run test:faults -- [options]
  --only ROWS      only these rows, as in --only 1,4,9b; may be repeated
  --messages N     messages a row, in place of the row's own number
  --outage N       seconds that a service is away where a row takes one away (${DRILL.outageSeconds})
  --json FILE      where the figures go as JSON ($SENDEX_HOME/faults.json)`;

/** The command line. Throws Error with one line on what it does not know. */
export function readOptions(args: string[]): FaultsOptions {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: "string", multiple: true, default: [] },
      messages: { type: "string" },
      outage: { type: "string" },
      json: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const messages = readNumber("messages", values.messages);
  return {
    only: values.only.flatMap((rows) => rows.split(",")).filter((row) => row !== ""),
    ...(messages === undefined ? {} : { messages }),
    drill: { outageSeconds: readNumber("outage", values.outage) ?? DRILL.outageSeconds },
    ...(values.json === undefined ? {} : { json: values.json }),
    help: values.help,
  };
}

function readNumber(name: keyof typeof LIMITS, given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const value = Number(given);
  if (Number.isInteger(value) && value >= 1 && value <= LIMITS[name]) return value;
  throw new Error(`--${name} must be a whole number from 1 to ${LIMITS[name]}`);
}
