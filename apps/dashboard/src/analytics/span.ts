import type { Days } from "../ui/days/days";
import type { Period } from "./view";

export type Granularity = "hourly" | "daily" | "weekly";

/** What is asked of the API. */
export interface Span {
  from: Date;
  /** Not included. */
  to: Date;
  granularity: Granularity;
  /** It lasts until now: its last hour, day or week goes on. */
  open: boolean;
  /** As long, and cut off alike; undefined where counts are not kept any more. */
  before?: { from: Date; to: Date };
}

/** Counts are kept for so long, and so many days may be asked for at once. Source: docs/analytics.md "Asking" */
export const MOST_DAYS = 400;
/** Up to so many days by the hour. */
const HOURLY_DAYS = 2;
/** From so many days on by the week. */
const WEEKLY_DAYS = 90;
const WEEK_DAYS = 7;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How many days each period reaches back, today included. */
const DAYS: Record<Exclude<Period, "day">, number> = { week: 7, month: 30, quarter: 90 };

/** @param now in the zone of the viewer, whose days are meant */
export function spanOf({ period = "week", from, to }: Days & { period?: Period }, now: Date): Span {
  if (from !== undefined && to !== undefined) {
    const days = Math.min(MOST_DAYS, daysBetween(from, to));
    return daysSpan(daysLater(local(to), 1 - days), days, now);
  }
  if (period === "day") return lastHours(now);
  const days = DAYS[period];
  return daysSpan(daysLater(midnight(now), 1 - days), days, now);
}

/** Whether the days are longer than the API counts; the first of them are left out then. */
export function isTooLong({ from, to }: Days): boolean {
  return from !== undefined && to !== undefined && daysBetween(from, to) > MOST_DAYS;
}

export function granularityOf(days: number): Granularity {
  if (days <= HOURLY_DAYS) return "hourly";
  return days < WEEKLY_DAYS ? "daily" : "weekly";
}

/** This hour and the 23 before it. */
function lastHours(now: Date): Span {
  const hour = new Date(now).setMinutes(0, 0, 0);
  const from = new Date(hour - (DAY_MS - HOUR_MS));
  const back = (at: Date) => new Date(at.getTime() - DAY_MS);
  return { from, to: now, granularity: "hourly", open: true, before: { from: back(from), to: back(now) } };
}

function daysSpan(from: Date, days: number, now: Date): Span {
  const end = daysLater(from, days);
  const open = end > now;
  const to = open ? now : end;
  const granularity = granularityOf(days);
  // By whole weeks, so that the weeks of both begin on the same day of theirs.
  const back = granularity === "weekly" ? Math.ceil(days / WEEK_DAYS) * WEEK_DAYS : days;
  const before = { from: daysLater(from, -back), to: daysLater(to, -back) };
  const kept = before.from.getTime() >= now.getTime() - MOST_DAYS * DAY_MS;
  return { from, to, granularity, open, ...(kept && { before }) };
}

/** Both included. A day without a zone is UTC's, and those have 24 hours each. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}

function local(day: string): Date {
  return new Date(`${day}T00:00`);
}

function midnight(at: Date): Date {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate());
}

/** At the same time of the viewer's clock, whatever clocks do in between. */
function daysLater(at: Date, days: number): Date {
  const later = new Date(at);
  later.setDate(later.getDate() + days);
  return later;
}
