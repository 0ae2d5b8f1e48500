import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import { CELL_MS } from "../analytics/periods";
import type { Judged, VolumeNumbers } from "./kinds";

/** Volume far above its usual hour of the week. The reasons for each number: docs/adr/0021. */
export const VOLUME = {
  /** Recipients in an hour; fewer are no news, whatever is usual. */
  least: 100,
  /** What is usual at least. */
  floor: 20,
  /** An hour of the week is compared with itself and its neighbours, so many weeks back. */
  weeks: 4,
  /** Until there is a week of history. */
  youngFloor: 500,
} as const;

const HOURS_A_WEEK = 168;

/** The beginning of the cells that the last hour is made of: the running quarter of an hour, and the three before it. */
export function lastHourStart(now: Date): Date {
  return new Date(Math.floor(now.getTime() / CELL_MS) * CELL_MS - 3 * CELL_MS);
}

/** The hours that the running one is compared with. */
export function usualHours(now: Date): Date[] {
  const hour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const hours: Date[] = [];
  for (let week = 1; week <= VOLUME.weeks; week += 1)
    for (const beside of [-1, 0, 1]) hours.push(new Date(hour - week * 7 * DAY_MS + beside * HOUR_MS));
  return hours;
}

/** What an hour had, or may have, as usual. */
export interface Expected {
  usual: number;
  young: boolean;
}

/**
 * The usual of hour `at` by the hours before it. `hours`: recipients accepted in each, without gaps; `start`: the first of
 * them that had any.
 */
export function expectedAt(hours: readonly number[], at: number, start: number): Expected {
  if (at - start < HOURS_A_WEEK)
    return { usual: most(hours, Math.max(0, start), at, VOLUME.youngFloor), young: true };
  let usual: number = VOLUME.floor;
  for (let week = 1; week <= VOLUME.weeks; week += 1) {
    const same = at - week * HOURS_A_WEEK;
    usual = most(hours, Math.max(0, same - 1), Math.min(at, same + 2), usual);
  }
  return { usual, young: false };
}

function most(hours: readonly number[], from: number, to: number, floor: number): number {
  let found = floor;
  for (let hour = from; hour < to; hour += 1) found = Math.max(found, hours[hour] ?? 0);
  return found;
}

/** The limit of an hour with this usual. */
function volumeLimit(usual: number, factor: number): number {
  return Math.max(VOLUME.least, Math.round(factor * Math.max(VOLUME.floor, usual)));
}

/** Whether the last hour is worth a look at the account's history, which `judgeVolume` reads. */
export function isLoud(accepted: number, usual: number, factor: number): boolean {
  return accepted > volumeLimit(usual, factor);
}

/** The last hour of an account without an open alert, by what is usual and by its own bursts. */
export function judgeVolume(
  accepted: number,
  { usual, young }: Expected,
  factor: number,
): Judged<VolumeNumbers> {
  const limit = volumeLimit(usual, factor);
  const numbers = { accepted, usual, limit, factor: Math.round(factor * 100) / 100, young };
  return { over: accepted > limit, clear: accepted < limit / 2, numbers };
}

/** The same while an alert is open, which knows the factor. `usual`: of this hour; other hours have other limits. */
export function judgeOpenVolume(
  accepted: number,
  usual: number,
  known: VolumeNumbers,
): Judged<VolumeNumbers> {
  const limit = Math.max(volumeLimit(usual, known.factor), known.young ? known.limit : 0);
  const numbers = accepted > known.accepted ? { ...known, accepted, usual, limit } : known;
  return { over: accepted > limit, clear: accepted < limit / 2, numbers };
}
