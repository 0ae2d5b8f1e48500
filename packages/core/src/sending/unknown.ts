import { RETRIES_EXHAUSTED } from "../webhooks/event";
import { SETTLE_CRITICAL_MS, SETTLE_MS, delayAfter, settleScaled } from "./ladder";
import type { Dialect, Priority } from "../accepting/message";

/**
 * What becomes of a recipient when it is not known whether SES took its mail, and no SES event has come within the
 * settling time. Source: docs/reliability.md "Measured facts", docs/contract.md "The life of a message".
 */

export const UNKNOWN_POLICIES = ["resend", "fail"] as const;
/** `resend` (the default): at least once. `fail`: at most once. */
export type UnknownPolicy = (typeof UNKNOWN_POLICIES)[number];

/** The reason of a recipient that was failed because its outcome stayed unknown. */
export const OUTCOME_UNKNOWN = "outcome_unknown";

/** How long to wait for SES's own event before deciding, in ms under RETRY_TIME_SCALE (at least 1 s). */
export function settleMs(priority: Priority, scale: number): number {
  return settleScaled(settleTime(priority), scale);
}

export interface UnknownOutcome {
  policy: UnknownPolicy;
  ladder: Dialect;
  /** Steps of the ladder used before this attempt. */
  ladderStep: number;
  priority: Priority;
}

/** `delayMs` from now, before RETRY_TIME_SCALE; `ladderStep` is the recipient's new one. */
export type UnknownDecision =
  | { kind: "resend"; ladderStep: number; delayMs: number }
  | { kind: "fail"; reason: typeof OUTCOME_UNKNOWN | typeof RETRIES_EXHAUSTED };

/**
 * An attempt of unknown outcome uses up a step, so that an SES whose answers are all lost is not sent the same mail
 * for ever. The first one is repeated at once, since the settling was the wait; after that the ladder's delay counts
 * from the attempt.
 */
export function settleUnknown(outcome: UnknownOutcome): UnknownDecision {
  if (outcome.policy === "fail") return { kind: "fail", reason: OUTCOME_UNKNOWN };
  const ladderStep = outcome.ladderStep + 1;
  const delay = delayAfter(outcome.ladder, ladderStep);
  if (delay === undefined) return { kind: "fail", reason: RETRIES_EXHAUSTED };
  const delayMs = ladderStep === 1 ? 0 : Math.max(0, delay - settleTime(outcome.priority));
  return { kind: "resend", ladderStep, delayMs };
}

function settleTime(priority: Priority): number {
  return priority === "critical" ? SETTLE_CRITICAL_MS : SETTLE_MS;
}
