/** Days as the guidelines count them: from midnight to midnight, UTC. */

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** The midnight, UTC, that a moment's day began with. */
export function startOfDay(now: Date): Date {
  return new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS);
}

/** The first of the hours that the last `days` days are made of: counters are kept by the hour, and the one begun counts whole. */
export function firstHour(now: Date, days: number): Date {
  return new Date(Math.floor((now.getTime() - days * DAY_MS) / HOUR_MS) * HOUR_MS);
}
