import { DAY_MS, HOUR_MS, startOfDay } from "@sendex/kit/day";
import type { Range } from "./periods";

/** Whole hours, since cells of an hour are replaced together with those of its quarters. */
const PARTS_OF_A_DAY = [1, 2, 4, 8, 24];

/** Whole hours of an account's, and how many recipients were accepted in them. */
interface Busy extends Range {
  recipients: number;
}

/** Whole hours by the day in UTC; the first and the last one may be shorter. */
export function daysOf({ from, to }: Range): Range[] {
  const days: Range[] = [];
  for (let start = from; start < to;) {
    const midnight = new Date(startOfDay(start).getTime() + DAY_MS);
    const end = midnight < to ? midnight : to;
    days.push({ from: start, to: end });
    start = end;
  }
  return days;
}

/**
 * Days, in order and without a gap, as slices that are counted one by one: as many days as have at most `most` recipients
 * together, or equal parts of a day that has more. An hour is the smallest part, however much is in it.
 */
export function slicesOf(days: readonly Busy[], most: number): Range[] {
  const slices: Busy[] = [];
  for (const day of days) {
    const last = slices.at(-1);
    if (last && last.recipients + day.recipients <= most) {
      last.to = day.to;
      last.recipients += day.recipients;
    } else slices.push(...partsOf(day, most));
  }
  return slices.map(({ from, to }) => ({ from, to }));
}

function partsOf({ from, to, recipients }: Busy, most: number): Busy[] {
  const parts = PARTS_OF_A_DAY.find((count) => recipients / count <= most) ?? DAY_MS / HOUR_MS;
  const length = Math.ceil((to.getTime() - from.getTime()) / HOUR_MS / parts) * HOUR_MS;
  const slices: Busy[] = [];
  for (let start = from.getTime(); start < to.getTime(); start += length) {
    const end = Math.min(start + length, to.getTime());
    // How much is in a part is not known: only what is empty joins it.
    slices.push({
      from: new Date(start),
      to: new Date(end),
      recipients: parts === 1 ? recipients : most,
    });
  }
  return slices;
}
