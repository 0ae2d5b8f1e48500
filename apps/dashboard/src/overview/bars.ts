import type { Overview } from "@sendex/sdk/generated/api";

export type Counts = Omit<Overview["series"][number], "at">;

/** What became of the mail that was sent in an hour or a day. */
export interface Bar {
  /** When it begins, in milliseconds. */
  at: number;
  counts: Counts;
}

/** The API's intervals as they are, or put together to days of the viewer's zone. */
export function barsOf(
  { series, interval }: Pick<Overview, "series" | "interval">,
  by: "hour" | "day",
): Bar[] {
  const hours = series.map(({ at, ...counts }) => ({ at: Date.parse(at), counts }));
  if (by === interval) return hours;
  const days = new Map<number, Bar>();
  for (const hour of hours) {
    const at = new Date(hour.at).setHours(0, 0, 0, 0);
    const day = days.get(at);
    days.set(at, { at, counts: day ? sum(day.counts, hour.counts) : hour.counts });
  }
  return [...days.values()];
}

function sum(one: Counts, other: Counts): Counts {
  return {
    accepted: one.accepted + other.accepted,
    sent: one.sent + other.sent,
    delivered: one.delivered + other.delivered,
    deferred: one.deferred + other.deferred,
    bounced: one.bounced + other.bounced,
    complained: one.complained + other.complained,
    failed: one.failed + other.failed,
    suppressed: one.suppressed + other.suppressed,
    opened: one.opened + other.opened,
    clicked: one.clicked + other.clicked,
  };
}

/** From the bottom of a column to its top. */
export const LAYERS = ["delivered", "waiting", "bounced", "complained"] as const;
export type Layer = (typeof LAYERS)[number];

/**
 * A column's parts, which together are what was sent. Who complains had the mail delivered first; what SES took and of
 * which nothing was heard yet is waiting.
 */
export function layersOf({ sent, delivered, bounced, complained }: Counts): Record<Layer, number> {
  const rest = Math.max(0, sent - bounced - complained);
  const well = Math.min(delivered, rest);
  return { delivered: well, waiting: rest - well, bounced, complained };
}
