/** For so long `/readyz` is degraded after a raw delivery. */
const LATELY_MS = 15 * 60_000;
/** A line a minute, however many come. */
const LOG_EVERY_MS = 60_000;

/** What a process remembers of notifications that SNS delivered raw: without the envelope, nothing tells that they are SNS's. */
export interface RawDeliveries {
  /** Notes one of this topic; whether it is to be logged. */
  note(topicArn: string, now: Date): boolean;
  /** The topic of the last one, if that was lately. */
  lately(now: Date): string | undefined;
}

export function openRawDeliveries(): RawDeliveries {
  let last: { topicArn: string; at: number } | undefined;
  let loggedAt = -Infinity;
  return {
    note(topicArn, now) {
      const at = now.getTime();
      last = { topicArn, at };
      if (at - loggedAt < LOG_EVERY_MS) return false;
      loggedAt = at;
      return true;
    },
    lately: (now) => (last && now.getTime() - last.at < LATELY_MS ? last.topicArn : undefined),
  };
}
