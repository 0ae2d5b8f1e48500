import { setTimeout as sleep } from "node:timers/promises";

/** Short waits end soon, long ones cost little. */
const FIRST_POLL_MS = 10;
const LAST_POLL_MS = 150;
const WITHIN_MS = 60_000;
/** Of what is left. */
const SHOWN = 20;

/**
 * Waits until nothing of these is left, as long as they become fewer: `within` ms without that, and what is left fails. What
 * a busy machine is through with late is not lost.
 */
export async function untilNone<T>(
  left: () => T[] | Promise<T[]>,
  { within = WITHIN_MS }: { within?: number } = {},
): Promise<void> {
  let fewest = Infinity;
  let deadline = 0;
  for (let poll = FIRST_POLL_MS; ; poll = Math.min(poll * 1.5, LAST_POLL_MS)) {
    const now = await left();
    if (now.length === 0) return;
    if (now.length < fewest) deadline = performance.now() + within;
    else if (performance.now() > deadline)
      throw new Error(
        `${now.length} are left, and were not fewer for ${within} ms: ${JSON.stringify(now.slice(0, SHOWN))}`,
      );
    fewest = Math.min(fewest, now.length);
    await sleep(poll);
  }
}

/**
 * Calls `attempt` until it no longer throws, and resolves to what it returned; after `within` ms rejects with its last
 * error. By default that is a minute: a busy machine is late, and not wrong. Meant for `expect` inside: the failure then
 * reads as that of any other assertion.
 */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
  { within = WITHIN_MS }: { within?: number } = {},
): Promise<T> {
  const deadline = performance.now() + within;
  for (let poll = FIRST_POLL_MS; ; poll = Math.min(poll * 1.5, LAST_POLL_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
    await sleep(poll);
  }
}
