type By = "hour" | "day";

const NAMES = {
  hour: { weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit" },
  day: { weekday: "short", day: "numeric", month: "short" },
} as const;
const LABELS = {
  hour: { hour: "numeric", minute: "2-digit" },
  day: { day: "numeric", month: "short" },
} as const;

/** An hour or a day of a chart in full: "Thu, Mar 5". `at` in milliseconds; in the viewer's zone, or in UTC. */
export function timeName(at: number, by: By, language: string, utc = false): string {
  return new Intl.DateTimeFormat(language, { ...NAMES[by], ...(utc && { timeZone: "UTC" }) }).format(at);
}

/** The same below the axis: "Mar 5". */
export function timeLabel(at: number, by: By, language: string, utc = false): string {
  return new Intl.DateTimeFormat(language, { ...LABELS[by], ...(utc && { timeZone: "UTC" }) }).format(at);
}
