import { rmSync } from "node:fs";
import path from "node:path";
import type { DevJson } from "./dev-json";
import { writeJson } from "./json-file";

/** dev.json: there from when all is ready until the end, with the pids of the moment. */
export interface Publication {
  publish: (dev: DevJson, pids: () => Record<string, number>) => void;
  /** Writes it again if it is there. */
  refresh: () => void;
  /** Removes what was written for others, also by an earlier start that could not do so. */
  withdraw: () => void;
}

export function openPublication(home: string): Publication {
  const file = path.join(home, "dev.json");
  let write: (() => void) | undefined;
  const withdraw = () => {
    write = undefined;
    for (const stale of [file, cliEnvironment(home)]) rmSync(stale, { force: true });
  };
  withdraw();
  return {
    publish: (dev, pids) => {
      write = () => writeJson(file, { ...dev, pids: pids() });
      write();
    },
    refresh: () => write?.(),
    withdraw,
  };
}

/** What `npm run cli` gives its commands, to reach this start's database and the rest. */
export function writeCliEnvironment(home: string, variables: Record<string, string>): void {
  writeJson(cliEnvironment(home), variables);
}

function cliEnvironment(home: string): string {
  return path.join(home, "env.json");
}
