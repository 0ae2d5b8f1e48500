import { setTimeout as sleep } from "node:timers/promises";
import type { Stack } from "../stack";

/** What the customer's endpoint was told, read from its log as it grows. */
export interface Told {
  /** Webhooks of a message by `webhook-id`: a repeat of a delivery counts once. */
  about(messageId: string): ReadonlyMap<string, string>;
}

/** Events after which no other changes what became of a message. */
const FINAL = ["email.delivered", "email.bounced", "email.failed", "email.cancelled", "email.suppressed"];
/** What is last where SES publishes nothing. */
const FINAL_WITHOUT_EVENTS = [...FINAL, "email.sent"];

const POLL_MS = 150;

function openTold(stack: Stack): Told & { read(): void } {
  const told = new Map<string, Map<string, string>>();
  let seen = 0;
  return {
    about: (id) => told.get(id) ?? new Map<string, string>(),
    read() {
      const requests = stack.receiver.requests("/");
      for (const { headers, body } of requests.slice(seen)) {
        const { event, data } = JSON.parse(body);
        const events = told.get(data.id) ?? new Map<string, string>();
        events.set(String(headers["webhook-id"]), event);
        told.set(data.id, events);
      }
      seen = requests.length;
    },
  };
}

export function finalsOf(told: Told, id: string, withoutEvents = false): string[] {
  const finals = withoutEvents ? FINAL_WITHOUT_EVENTS : FINAL;
  return [...told.about(id).values()].filter((event) => finals.includes(event));
}

/**
 * Waits until each message's end was told, or until nothing more is told for `patience` ms: a slow machine loses
 * nothing. Never rejects: what is left then is for the count.
 */
export async function untilTold(
  stack: Stack,
  ids: readonly string[],
  { patience, withoutEvents = false }: { patience: number; withoutEvents?: boolean },
): Promise<Told> {
  const told = openTold(stack);
  let left = ids;
  let movedAt = performance.now();
  for (;;) {
    told.read();
    const still = left.filter((id) => finalsOf(told, id, withoutEvents).length === 0);
    if (still.length < left.length) movedAt = performance.now();
    left = still;
    if (left.length === 0 || performance.now() > movedAt + patience) return told;
    await sleep(POLL_MS);
  }
}
