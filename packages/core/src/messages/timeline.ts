import type { TimelineType } from "../webhooks/event";
import type { StoredEvent } from "./stored";

/** What is heard of an attempt that SES took. */
const HEARD: readonly TimelineType[] = [
  ...(["delivered", "deferred", "bounced", "complained", "failed"] as const),
  ...(["not_spam", "opened", "clicked", "unsubscribed"] as const),
];

/**
 * A timeline by time, in which what was heard of an attempt comes after its `sent` all the same: SES's clock is another,
 * and its word may be there before our own commit of what it answered.
 */
export function inOrder(byTime: readonly StoredEvent[]): StoredEvent[] {
  const ordered: StoredEvent[] = [];
  /** Of attempts that are not `sent` yet, where what was heard of them first stands. */
  const early = new Map<string, number>();
  for (const event of byTime) {
    const attempt = attemptOf(event);
    const place = attempt !== undefined && event.type === "sent" ? early.get(attempt) : undefined;
    if (place === undefined) {
      if (attempt !== undefined && HEARD.includes(event.type) && !early.has(attempt))
        early.set(attempt, ordered.length);
      ordered.push(event);
      continue;
    }
    ordered.splice(place, 0, event);
    for (const [other, at] of early) if (at >= place) early.set(other, at + 1);
  }
  return ordered;
}

function attemptOf({ n, data: { attempt } }: StoredEvent): string | undefined {
  return attempt === undefined ? undefined : `${n} ${attempt}`;
}
