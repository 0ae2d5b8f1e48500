import type { ParsedComponents } from "chrono-node";
import { casual } from "chrono-node/en";
import { instantIn, offsetMinutes } from "./time-zone";

/** 01/02, 1.2.2026, 01-02-2026: the day's and the month's places differ from country to country. */
const NUMERIC_DATE = /(?<![\d/])\d{1,2}\/\d{1,2}(?!\d)|(?<!\d)\d{1,2}([.-])\d{1,2}\1\d{2,4}(?!\d)/;

/**
 * A time in English, read by chrono: "in 1 min", "tomorrow at 9am", "friday 14:30 UTC". Undefined where not all of the
 * text is understood as one time. A time of day without a zone is one of `timeZone`; one that the clocks show twice
 * is the first (RFC 5545 section 3.3.5). A weekday or a time of day that is over is the next one.
 */
export function parseEnglishTime(
  text: string,
  now: Date,
  timeZone: string,
): { at: Date } | { problem: string } | undefined {
  if (NUMERIC_DATE.test(text))
    return { problem: "must name the month in letters, or be ISO 8601: 01/02 has two meanings." };
  const reference = { instant: now, timezone: offsetMinutes(now, timeZone) };
  const [found] = casual.parse(text, reference, { forwardDate: true });
  if (!found || found.text !== text || found.end || !isExact(found.start)) return undefined;
  const wall = wallTime(found.start);
  if (Number.isNaN(wall)) return undefined;
  const offset = found.start.isCertain("timezoneOffset") ? found.start.get("timezoneOffset") : null;
  const at = offset === null ? instantIn(wall, timeZone) : new Date(wall - offset * 60_000);
  return at ? { at } : { problem: `names a time that does not exist in ${timeZone}: the clocks skip it.` };
}

/** A month or a year alone names no time. */
function isExact(components: ParsedComponents): boolean {
  return (["day", "weekday", "hour"] as const).some((component) => components.isCertain(component));
}

/** What the clocks show then, in milliseconds as if they showed UTC. Chrono's own Date goes by this process's zone. */
function wallTime(components: ParsedComponents): number {
  const of = (component: Parameters<ParsedComponents["get"]>[0]): number => components.get(component) ?? 0;
  return Date.UTC(
    of("year"),
    of("month") - 1,
    of("day"),
    of("hour"),
    of("minute"),
    of("second"),
    of("millisecond"),
  );
}
