const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
/** From here on a date says more than a distance. */
const FAR = 7 * DAY;

/** "3 minutes ago", "in 2 hours"; a date from 7 days on. `at` and `now` in milliseconds, in the viewer's zone. */
export function relative(at: number, now: number, language: string): string {
  const seconds = Math.round((at - now) / 1000);
  const distance = Math.abs(seconds);
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
  if (distance < 10) return words.format(0, "second");
  if (distance < MINUTE) return words.format(seconds, "second");
  if (distance < HOUR) return words.format(Math.trunc(seconds / MINUTE), "minute");
  if (distance < DAY) return words.format(Math.trunc(seconds / HOUR), "hour");
  if (distance < FAR) return words.format(daysBetween(now, at), "day");
  return new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(at);
}

/** So many midnights of the viewer's zone: 30 hours are "tomorrow" only where one lies between. */
function daysBetween(from: number, to: number): number {
  const [first, last] = [from, to].map((time) => new Date(time).setHours(0, 0, 0, 0));
  return Math.round(((last ?? 0) - (first ?? 0)) / (DAY * 1000));
}

/** Date and time to the minute, in the viewer's zone. */
export function moment(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** Date and time to the second, in the viewer's zone, with the zone's name. */
export function precise(at: number, language: string): string {
  const parts = { dateStyle: "medium", timeStyle: "long" } as const;
  return new Intl.DateTimeFormat(language, parts).format(at);
}

/** As ISO 8601 has it, in UTC, to the second: `2026-03-05 12:00:00 UTC`. */
export function inUtc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** The time of day to the second, in the viewer's zone. */
export function timeOfDay(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "medium" }).format(at);
}

/** A day in the viewer's zone. */
export function day(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(at);
}
