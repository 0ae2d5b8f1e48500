import type { Consumer } from "@sendex/queue/consume";

export async function closeAll(consumers: readonly Consumer[], timeoutMs: number): Promise<void> {
  await Promise.all(consumers.map((consumer) => consumer.close(timeoutMs)));
}

export function consumersReady(consumers: readonly Consumer[]): Record<string, string> {
  return Object.fromEntries(
    consumers.map((consumer) => [consumer.queue, consumer.running() ? "ok" : "not taking jobs"]),
  );
}

const LONGEST_LOCK_MS = 8_000;
const SHORTEST_LOCK_MS = 1_000;

/** A dead worker's job must be free again before the row's lease has run out. */
export function lockFor(leaseMs: number): number {
  return Math.min(LONGEST_LOCK_MS, Math.max(SHORTEST_LOCK_MS, Math.floor(leaseMs * 0.4)));
}
