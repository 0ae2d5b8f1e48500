import { setTimeout as sleep } from "node:timers/promises";

/** Short waits end soon, long ones cost little. */
const FIRST_POLL_MS = 10;
const LAST_POLL_MS = 150;
const WITHIN_MS = 60_000;

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
