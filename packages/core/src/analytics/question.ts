import { DAY_MS } from "@sendex/kit/day";
import type { FieldError } from "../error";
import { openZone } from "../accepting/time-zone";
import { areHours, firstMoment, type Granularity, type Period, periodsOf, wholeCells } from "./periods";

/** What is shown unless a beginning is named: this day and six before it. */
export const METRICS_DAYS = 6;
/** The longest spans, in days, by granularity; without periods the longest of all. */
export const MAX_METRICS_DAYS = {
  hourly: 31,
  daily: 400,
  weekly: 400,
  monthly: 400,
} as const satisfies Record<Granularity, number>;
/** How long cells are kept. */
export const METRICS_KEPT_DAYS = 400;

/** A moment, or a day whose beginning is meant in the question's zone: `2026-07-01`. */
export type Moment = Date | { day: string };

export interface AskedSpan {
  from?: Moment;
  to?: Moment;
  timeZone: string;
  granularity: Granularity;
  /** Told apart by period; otherwise the span is one. */
  byPeriod: boolean;
}

/** What is added up: whole cells, in one period or more. */
export interface MetricSpan {
  periods: Period[];
  /** The beginnings of the periods, and the end of the last. */
  edges: Date[];
  /** Of the cells. */
  minutes: 15 | 60;
}

/** The span that is asked for, in whole cells and up to now at most; or what is wrong with it. `names` are the fields'. */
export function readMetricSpan(
  asked: AskedSpan,
  now: Date,
  names: { from: string; to: string },
): { span: MetricSpan } | { errors: FieldError[] } {
  const wanted = asked.to ? momentOf(asked.to, asked.timeZone) : now;
  const until = wanted > now ? now : wanted;
  const since = asked.from
    ? momentOf(asked.from, asked.timeZone)
    : new Date(until.getTime() - METRICS_DAYS * DAY_MS);
  if (since >= until) return outOfRange(names.from, `${names.from} must be before ${names.to}.`);
  const most = MAX_METRICS_DAYS[asked.byPeriod ? asked.granularity : "daily"];
  if (until.getTime() - since.getTime() > most * DAY_MS + DAY_MS / 24)
    return outOfRange(names.from, `${names.from} and ${names.to} may be ${most} days apart.`);
  const range = wholeCells(since, until);
  const periods = asked.byPeriod
    ? periodsOf(range, asked.granularity, asked.timeZone)
    : [{ name: "", ...range }];
  const edges = [...periods.map(({ from }) => from), range.to];
  return { span: { periods, edges, minutes: areHours(edges) ? 60 : 15 } };
}

function momentOf(moment: Moment, timeZone: string): Date {
  if (moment instanceof Date) return moment;
  return firstMoment(new Date(`${moment.day}T00:00:00Z`), openZone(timeZone));
}

function outOfRange(field: string, message: string): { errors: FieldError[] } {
  return { errors: [{ field, code: "out_of_range", message }] };
}
