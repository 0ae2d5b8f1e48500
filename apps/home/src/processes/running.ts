import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import type { Farewell, Program } from "./program";

const LAST_GRACE_MS = 5_000;

/** How a process ended, in words for the terminal, and after how long. */
export interface End {
  how: string;
  ranMs: number;
}

/** One life of a program. */
export interface Running {
  pid: number | undefined;
  ended: Promise<End>;
  hasEnded: () => boolean;
  kill: (signal: NodeJS.Signals) => void;
}

/**
 * Starts the program in a session of its own, so that a Ctrl-C reaches only us and we end things in order.
 * Never throws: a command that cannot be started ends at once.
 */
export function launch(program: Program, log: (chunk: Buffer) => void): Running {
  const started = performance.now();
  const child = spawn(program.command, program.args, {
    cwd: program.cwd,
    env: program.env,
    detached: true,
    stdio: [program.leash ? "pipe" : "ignore", "pipe", "pipe"],
    ...program.user,
  });
  let over = false;
  child.stdin?.on("error", () => undefined);
  child.stdout?.on("data", log);
  child.stderr?.on("data", log);
  const ended = endOf(child).then((how) => {
    over = true;
    return { how, ranMs: performance.now() - started };
  });
  return { pid: child.pid, ended, hasEnded: () => over, kill: (signal) => void child.kill(signal) };
}

/** Ends a process politely, then firmly; resolves when it is gone. */
export async function end(running: Running, farewells: readonly Farewell[]): Promise<void> {
  for (const [signal, graceMs] of [...farewells, ["SIGKILL", LAST_GRACE_MS] as const]) {
    if (running.hasEnded()) return;
    running.kill(signal);
    await within(running.ended, graceMs);
  }
}

/** Waits for `promise`, but no longer than `ms`. */
export async function within(promise: Promise<unknown>, ms: number): Promise<void> {
  const cancel = new AbortController();
  const limit = sleep(ms, undefined, { signal: cancel.signal }).catch(() => undefined);
  await Promise.race([promise, limit]);
  cancel.abort();
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(`could not be started: ${error.message}`));
    child.once("exit", (code, signal) =>
      resolve(signal === null ? `ended with exit code ${code ?? "unknown"}` : `was ended by ${signal}`),
    );
  });
}
