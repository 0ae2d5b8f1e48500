import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type Child, runMain, startChild } from "../child";
import { eventually } from "../eventually";
import type { Stack } from "../stack";

const MAIN = "packages/sendex/dist/main.js";

/** A developer with the customers' command line, a test key and a folder of settings of their own. */
export interface Customer {
  /** Holds `sendex/`, as `~/.config` does. */
  folder: string;
  key: string;
  /** What it prints. @throws Error with its output where its exit code is not 0 */
  run(...typed: string[]): Promise<string>;
  /** The same with `--json`, parsed. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each command has its own answer
  json(...typed: string[]): Promise<any>;
  /** Starts listening, ready when this resolves. */
  listen(target: string, ...more: string[]): Promise<Listener>;
  close(): Promise<void>;
}

export interface Listener {
  child: Child;
  secret: string;
  /** What it printed, parsed. */
  printed(): Printed[];
}

/** A line of `sendex listen --json`. */
export interface Printed {
  secret?: string;
  note?: string;
  event?: string;
  id?: string;
  status?: number;
}

export async function openCustomer(stack: Stack): Promise<Customer> {
  const made = await stack.cli(
    ...["key", "create", "--account", stack.tenant.accountId, "--permission", "full", "--mode", "test"],
  );
  const key: string = made.key;
  const folder = await mkdtemp(path.join(os.tmpdir(), "sendex-customer-"));
  const env = { XDG_CONFIG_HOME: folder, SENDEX_API_URL: stack.apiUrl, SENDEX_API_KEY: key };
  const run: Customer["run"] = (...typed) => runMain(MAIN, typed, env);
  return {
    ...{ folder, key, run },
    json: async (...typed) => JSON.parse(await run(...typed, "--json")),
    async listen(target, ...more) {
      const lines: string[] = [];
      const child = startChild(MAIN, env, lines, ["listen", "--forward-to", target, "--json", ...more]);
      const printed = () =>
        lines.filter((line) => line.startsWith("{")).map((line): Printed => JSON.parse(line));
      await eventually(() => {
        if (!printed().some(({ note }) => note === "ready"))
          throw new Error(`it is not listening\n${lines.join("\n")}`);
      });
      return { child, secret: printed()[0]?.secret ?? "", printed };
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
