import { execFileSync } from "node:child_process";
import { realpathSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Farewell } from "./program";

const POLL_MS = 50;
const LAST_GRACE_MS = 5_000;

/**
 * Ends a server that an earlier start has left running over the data in `folder`, if process `pid` is one: it
 * works in that folder (Linux) or carries it in its command line (elsewhere). Other processes are left alone.
 */
export async function endOrphan(pid: number, folder: string, farewells: readonly Farewell[]): Promise<void> {
  for (const [signal, graceMs] of [...farewells, ["SIGKILL", LAST_GRACE_MS] as const]) {
    if (!worksIn(pid, folder)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < graceMs && worksIn(pid, folder); waited += POLL_MS) await sleep(POLL_MS);
  }
}

/** Whether process `pid` runs and serves the data in `folder`. */
export function worksIn(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).includes(folder);
  } catch {
    return false;
  }
}
