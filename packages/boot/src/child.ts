import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Log } from "@sendex/core/ports";
import type { Context } from "@sendex/pipeline/context";
import { exitOnCrash } from "./crash";
import { openContext } from "./context";
import type { Role } from "./environment";
import { openLog } from "./log";
import { openMeters } from "./meters";
import { readSettings } from "./settings";

export interface ChildOptions<J> {
  /** As in every log line. */
  name: string;
  role: Role;
  /** Resolves to what runs one job; what that resolves to is the parent's answer. */
  start(opened: { context: Context; log: Log }): Promise<(job: J) => Promise<string>>;
}

/** One job at a time needs no more. */
const POOL = 2;

/**
 * Runs a process that another one forked: it says `ready`, then does the jobs it is sent, one after the other. It ends
 * when its channel to the parent closes, after it has finished what it has in hand. It ignores signals: the parent
 * decides when its child ends.
 */
export function runChild<J>({ name, role, start }: ChildOptions<J>): void {
  const settings = readSettings(process.env, role);
  const log = openLog({ level: settings.logLevel, name });
  const crash = exitOnCrash(log);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => undefined);
  watchParent();
  let inHand: Promise<unknown> = Promise.resolve();
  process.on("disconnect", () => void inHand.finally(() => process.exit(0)));
  begin().catch((error: unknown) => crash(error, "failed"));

  async function begin(): Promise<void> {
    const { meters } = openMeters();
    const own = { ...settings, databasePool: POOL };
    const { context } = await openContext({ settings: own, name, log, meters });
    const run = await start({ context, log });
    process.on("message", (job: J) => {
      inHand = run(job).then(say, (error: unknown) => crash(error, "failed"));
    });
    say("ready");
  }
}

/** The channel may be closed already; then no parent waits for it. */
function say(word: string): void {
  if (process.connected) process.send?.(word);
}

/** On a thread of its own, which also turns while this one hangs. */
function watchParent(): void {
  new Worker(path.join(__dirname, "parent-watch.js"), { workerData: process.ppid }).unref();
}
