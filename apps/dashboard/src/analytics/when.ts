import { timeLabel, timeName } from "../ui/chart/moments";
import type { Span } from "./span";

/** A point's hour in the viewer's zone; a day's name has none, and is the same in each. */
export function pointName(name: string, granularity: Span["granularity"], language: string): string {
  return granularity === "hourly"
    ? timeName(Date.parse(name), "hour", language)
    : timeName(Date.parse(name), "day", language, true);
}

/** The same below the axis. */
export function pointLabel(name: string, granularity: Span["granularity"], language: string): string {
  return granularity === "hourly"
    ? timeLabel(Date.parse(name), "hour", language)
    : timeLabel(Date.parse(name), "day", language, true);
}

/** "Feb 20 – 26, 2026"; with the times of day where hours are meant. In the viewer's zone. */
export function rangeName(
  { from, to }: { from: Date; to: Date },
  granularity: Span["granularity"],
  language: string,
): string {
  const hourly = granularity === "hourly";
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: "medium",
    ...(hourly && { timeStyle: "short" }),
  });
  // The first moment of the next day is none of it.
  return format.formatRange(from, new Date(to.getTime() - (hourly ? 0 : 1)));
}
