import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import type { AlertKind, Finding } from "./kinds";

/** How long a cause must have been clear before its alert closes. A new network is news for a day. */
export const CLEAR_MS: Record<AlertKind, number> = {
  volume: 2 * HOUR_MS,
  bounce_rate: 2 * HOUR_MS,
  complaint_rate: 2 * HOUR_MS,
  deferrals: 2 * HOUR_MS,
  webhook_failing: 2 * HOUR_MS,
  key_network: DAY_MS,
};

/** What comes back within this time of its closing is the same alert again. */
export const REOPEN_MS = DAY_MS;

/** Open at once, of one account: an account whose every template bounces knows by then. */
export const MAX_OPEN_ALERTS = 50;

export type Step = "open" | "keep" | "wait" | "close" | "none";

/**
 * What becomes of a cause's alert. `standing`: the one that is open, with when its cause was last not clear. Opening and
 * closing have thresholds of their own, and closing waits: so an alert cannot flap.
 */
export function nextStep(
  standing: { lastSeenAt: Date } | undefined,
  { kind, over, clear, gone }: Pick<Finding, "kind" | "over" | "clear" | "gone">,
  now: Date,
): Step {
  if (!standing) return over && !clear && !gone ? "open" : "none";
  if (gone) return "close";
  if (!clear) return "keep";
  return now.getTime() - standing.lastSeenAt.getTime() >= CLEAR_MS[kind] ? "close" : "wait";
}

/** Whether a cause's last alert is opened again instead of a new one. */
export function isSameAgain({ closedAt }: { closedAt: Date | null }, now: Date): boolean {
  return closedAt !== null && now.getTime() - closedAt.getTime() < REOPEN_MS;
}
