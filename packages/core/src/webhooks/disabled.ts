/** What an endpoint is not told while it is disabled is kept for a replay: the newest, of so many days. */
export const KEPT_EVENTS = 10_000;
export const KEPT_DAYS = 30;
