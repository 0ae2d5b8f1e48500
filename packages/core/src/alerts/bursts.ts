import { expectedAt, VOLUME } from "./volume";

/** How an account's own bursts teach the rule on volume. */
const BURSTS = {
  /** Nine weeks hold two monthly runs at any time, of which the second teaches. */
  weeks: 9,
  /** A burst may be so much larger than the second largest. */
  margin: 1.25,
  /** Hours that are closer together are one burst. */
  apartHours: 6,
} as const;

const HOURS_A_WEEK = 168;
/** Hours of history that a judgement reads: the bursts', and before them what they are compared with. */
export const HISTORY_HOURS = (BURSTS.weeks + VOLUME.weeks) * HOURS_A_WEEK;
/** Smaller ones change no factor that an account may choose. */
const LEAST_RATIO = 1.5;

/**
 * How many times the usual an hour may have: what the account chose, or a little more than the second largest of its own
 * bursts. The largest does not count, so that one incident excuses no second one. `hours` ends before the running hour.
 */
export function neededFactor(hours: readonly number[], chosen: number): number {
  const ratios = burstsOf(hours).sort((a, b) => b - a);
  return Math.max(chosen, BURSTS.margin * (ratios[1] ?? 0));
}

/** The first hour that had any mail; the length where none had. */
export function firstHourOf(hours: readonly number[]): number {
  const first = hours.findIndex((accepted) => accepted > 0);
  return first < 0 ? hours.length : first;
}

/** The ratio of each burst, by its worst hour. */
function burstsOf(hours: readonly number[]): number[] {
  const start = firstHourOf(hours);
  const ratios: number[] = [];
  let last = -Infinity;
  for (let at = Math.max(start, hours.length - BURSTS.weeks * HOURS_A_WEEK); at < hours.length; at += 1) {
    const accepted = hours[at] ?? 0;
    if (accepted < VOLUME.least) continue;
    const ratio = accepted / expectedAt(hours, at, start).usual;
    if (ratio < LEAST_RATIO) continue;
    const before = at - last <= BURSTS.apartHours ? (ratios.pop() ?? 0) : 0;
    ratios.push(Math.max(before, ratio));
    last = at;
  }
  return ratios;
}
