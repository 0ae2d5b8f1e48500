import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import type { FieldError } from "./error";
import { type Counts, judgeRate, SUSPENSION } from "./reputation/rate";

/** The overview: what became of an account's mail over a span of time, and what of the account needs somebody. */

export const INTERVALS = ["hour", "day"] as const;
export type Interval = (typeof INTERVALS)[number];

/** What it shows unless a span is named. */
export const OVERVIEW_DAYS = 7;
/** The longest span, in days, by interval: 744 hours, or 92 days. */
export const MAX_OVERVIEW_DAYS = { hour: 31, day: 92 } as const satisfies Record<Interval, number>;
/** Spans up to so many days are shown by the hour, unless an interval is named. */
const HOURLY_DAYS = 2;

/** What is counted of recipients, under the hour that each was sent in; of what was never sent, its own hour. */
export const COUNTED = [
  "accepted",
  "sent",
  "delivered",
  "deferred",
  "bounced",
  "complained",
  "failed",
  "suppressed",
  "opened",
  "clicked",
] as const;
export type Counted = (typeof COUNTED)[number];
export type Totals = Record<Counted, number>;

/** Whole intervals in UTC: from the first to before the last. */
export interface Span {
  from: Date;
  to: Date;
  interval: Interval;
}

/** The span that is asked for, widened to whole intervals; or what is wrong with it. */
export function readSpan(
  asked: { from?: Date; to?: Date; interval?: Interval },
  now: Date,
): { span: Span } | { errors: FieldError[] } {
  const until = asked.to ?? now;
  const since = asked.from ?? new Date(until.getTime() - OVERVIEW_DAYS * DAY_MS);
  if (since >= until)
    return { errors: [{ field: "from", code: "out_of_range", message: "from must be before to." }] };
  const days = (until.getTime() - since.getTime()) / DAY_MS;
  const interval = asked.interval ?? (days <= HOURLY_DAYS ? "hour" : "day");
  const most = MAX_OVERVIEW_DAYS[interval];
  if (days > most)
    return {
      errors: [
        {
          field: "from",
          code: "out_of_range",
          message: `By the ${interval}, from and to may be ${most} days apart.`,
        },
      ],
    };
  const length = lengthOf(interval);
  const from = new Date(Math.floor(since.getTime() / length) * length);
  const to = new Date(Math.ceil(until.getTime() / length) * length);
  return { span: { from, to, interval } };
}

/** Counts of an interval that has any. */
export interface Bucket {
  at: Date;
  event: Counted;
  count: number;
}

/** One entry for each interval of the span, in order, those without mail too; and the sums. */
export function seriesOf(
  { from, to, interval }: Span,
  buckets: readonly Bucket[],
): { totals: Totals; series: (Totals & { at: Date })[] } {
  const totals = nothing();
  const series: (Totals & { at: Date })[] = [];
  const length = lengthOf(interval);
  for (let at = from.getTime(); at < to.getTime(); at += length)
    series.push({ at: new Date(at), ...nothing() });
  for (const { at, event, count } of buckets) {
    const entry = series[(at.getTime() - from.getTime()) / length];
    if (entry) entry[event] += count;
    totals[event] += count;
  }
  return { totals, series };
}

export type RateState = "too_few" | "good" | "warning" | "over";

/** What a bounce rate means to its account. */
export function rateState(counts: Counts): RateState {
  if (counts.sent < SUSPENSION.minSent) return "too_few";
  const verdict = judgeRate(counts);
  return verdict === "good" ? verdict : verdict === "warn" ? "warning" : "over";
}

/** Fewer credits than this are few, however little an account sends. */
const FEW_CREDITS = 100;

/** Whether a ledger is nearly used up: it would not last for a day like today. Null: the account has none. */
export function creditsAreLow(credits: number | null, acceptedToday: number): boolean {
  return credits !== null && credits < Math.max(FEW_CREDITS, acceptedToday);
}

function lengthOf(interval: Interval): number {
  return interval === "hour" ? HOUR_MS : DAY_MS;
}

function nothing(): Totals {
  return {
    accepted: 0,
    sent: 0,
    delivered: 0,
    deferred: 0,
    bounced: 0,
    complained: 0,
    failed: 0,
    suppressed: 0,
    opened: 0,
    clicked: 0,
  };
}
