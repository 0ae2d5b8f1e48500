import type { Overview } from "@sendex/sdk/generated/api";

export type BounceRate = Overview["bounce_rate"];

/** The gauge ends at one and a half times the limit. */
const BEYOND = 1.5;

/** Where a percentage stands on the gauge: 0 to 1. */
export function placeOf(percent: number, { suspend_at }: Pick<BounceRate, "suspend_at">): number {
  return Math.min(1, Math.max(0, percent / (suspend_at * BEYOND)));
}

/** How many more of those sent would have to bounce or complain until the account is suspended; at least 1. */
export function moreUntilSuspended({
  sent,
  hurt,
  suspend_at,
}: Pick<BounceRate, "sent" | "hurt" | "suspend_at">): number {
  return Math.max(1, Math.floor((sent * suspend_at) / 100) + 1 - hurt);
}
