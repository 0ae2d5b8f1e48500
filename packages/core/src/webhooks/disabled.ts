import { DAY_MS } from "@sendex/kit/day";

/** What an endpoint is not told while it is disabled is kept for a replay: the newest, of so many days. */
export const KEPT_EVENTS = 10_000;
export const KEPT_DAYS = 30;

/** Endpoints that were disabled before this moment keep nothing more. */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - KEPT_DAYS * DAY_MS);
}
