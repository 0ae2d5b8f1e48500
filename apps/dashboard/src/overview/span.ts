import type { OverviewView, Period } from "./view";

/** What is asked of the API, and what its hours are put together to. */
export interface Span {
  from: Date;
  /** Not included; absent: now. */
  to?: Date;
  /** Hours can be put together to days of the viewer's zone; the API's own days are UTC's. */
  interval: "hour" | "day";
  bars: "hour" | "day";
}

/** The API counts up to so many days by the hour, and so many by the day. Source: docs/api.md "The overview". */
const MOST_HOURLY_DAYS = 31;
export const MOST_DAYS = 92;
/** Up to so many days each hour has a bar of its own. */
const HOURLY_BARS_DAYS = 2;
const HOUR_MS = 3_600_000;
const HOURS_A_DAY = 24;
/** How many days each period reaches back, today included. */
const DAYS: Record<Exclude<Period, "day">, number> = { week: 7, month: 30 };

/** @param now in the zone of the viewer, whose days are meant */
export function spanOf({ period = "week", from, to }: OverviewView, now: Date): Span {
  if (from !== undefined && to !== undefined) return customSpan(from, to);
  if (period === "day") {
    const hour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
    return { from: new Date(hour - (HOURS_A_DAY - 1) * HOUR_MS), interval: "hour", bars: "hour" };
  }
  return { from: midnight(now, 1 - DAYS[period]), interval: "hour", bars: "day" };
}

function customSpan(from: string, to: string): Span {
  const days = daysBetween(from, to);
  if (days > MOST_HOURLY_DAYS) {
    const end = new Date(Date.parse(to) + HOURS_A_DAY * HOUR_MS);
    return { from: firstDay(from, to), to: end, interval: "day", bars: "day" };
  }
  const bars = days <= HOURLY_BARS_DAYS ? "hour" : "day";
  return { from: midnight(local(from), 0), to: midnight(local(to), 1), interval: "hour", bars };
}

/** Whether the days are longer than the API counts; the first of them are left out then. */
export function isTooLong({ from, to }: OverviewView): boolean {
  return from !== undefined && to !== undefined && daysBetween(from, to) > MOST_DAYS;
}

function firstDay(from: string, to: string): Date {
  const earliest = Date.parse(to) - (MOST_DAYS - 1) * HOURS_A_DAY * HOUR_MS;
  return new Date(Math.max(Date.parse(from), earliest));
}

/** Both included. A day without a zone is UTC's, and those have 24 hours each. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / (HOURS_A_DAY * HOUR_MS) + 1;
}

function local(day: string): Date {
  return new Date(`${day}T00:00`);
}

function midnight(at: Date, later: number): Date {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate() + later);
}
