import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 20;
const LIMIT_MS = 15_000;

/** Waits until the condition holds; fails after 15 s. */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
  const limit = performance.now() + LIMIT_MS;
  while (!(await holds())) {
    if (performance.now() > limit) throw new Error(`not within ${LIMIT_MS / 1000} s: ${holds.toString()}`);
    await sleep(POLL_MS);
  }
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
