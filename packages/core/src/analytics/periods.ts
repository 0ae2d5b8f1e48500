import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import { openZone, type Zone } from "../accepting/time-zone";

export const GRANULARITIES = ["hourly", "daily", "weekly", "monthly"] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** Cells are kept by this: every zone's offset is a multiple of it. */
export const CELL_MS = HOUR_MS / 4;
const MINUTE_MS = 60_000;

/** One period of a span, in a zone: from its first moment to before `to`. */
export interface Period {
  /** As it is called: `2026-07-01` of a day, a week's Monday or a month's first; of an hour with its time and offset. */
  name: string;
  from: Date;
  to: Date;
}

/** Whole cells from `from` to before `to`. */
export interface Range {
  from: Date;
  to: Date;
}

/** A span in whole cells, the first and the last one counting whole. */
export function wholeCells(from: Date, to: Date): Range {
  return {
    from: new Date(Math.floor(from.getTime() / CELL_MS) * CELL_MS),
    to: new Date(Math.ceil(to.getTime() / CELL_MS) * CELL_MS),
  };
}

/** Whether cells of an hour are enough for these edges: all are whole hours in UTC. */
export function areHours(edges: readonly Date[]): boolean {
  return edges.every((edge) => edge.getTime() % HOUR_MS === 0);
}

/**
 * The periods that a span is made of, as the zone's clocks and calendar have them; the first and the last are cut off at
 * its ends. A day on which clocks change is longer or shorter than others, and an hour that they repeat comes twice.
 */
export function periodsOf({ from, to }: Range, granularity: Granularity, timeZone: string): Period[] {
  const zone = remembering(openZone(timeZone));
  const periods: Period[] = [];
  for (let start = startOf(from, granularity, zone); start < to;) {
    const end = nextOf(start, granularity, zone);
    periods.push({
      name: nameOf(start, granularity, zone),
      from: start < from ? from : start,
      to: end > to ? to : end,
    });
    start = end;
  }
  return periods;
}

/** The first moment of the period that `at`, the beginning of a cell, is in. */
function startOf(at: Date, granularity: Granularity, zone: Zone): Date {
  if (granularity !== "hourly") return firstMoment(firstDay(wallOf(at, zone), granularity), zone);
  let start = at;
  for (let before = start; isSameHour(before, at, zone); before = new Date(start.getTime() - CELL_MS))
    start = before;
  return start;
}

function nextOf(start: Date, granularity: Granularity, zone: Zone): Date {
  if (granularity === "hourly") return nextHour(start, zone);
  const wall = wallOf(start, zone);
  const next = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()));
  if (granularity === "monthly") next.setUTCMonth(next.getUTCMonth() + 1, 1);
  else next.setUTCDate(next.getUTCDate() + (granularity === "weekly" ? 7 : 1));
  return firstMoment(next, zone);
}

/** Clocks do not change there and back within an hour: where they stand alike at its ends, nothing happened in between. */
function nextHour(start: Date, zone: Zone): Date {
  const passed = wallOf(start, zone).getTime() % HOUR_MS;
  const next = new Date(start.getTime() + HOUR_MS - passed);
  if (zone.offsetMinutes(next) === zone.offsetMinutes(start)) return next;
  let end = start;
  while (isSameHour(end, start, zone)) end = new Date(end.getTime() + CELL_MS);
  return end;
}

/** A month has 720 hours, each of whose ends is asked for several times; a zone takes microseconds for each answer. */
function remembering(zone: Zone): Zone {
  const known = new Map<number, number>();
  return {
    ...zone,
    offsetMinutes(at) {
      const time = at.getTime();
      const offset = known.get(time) ?? zone.offsetMinutes(at);
      known.set(time, offset);
      return offset;
    },
  };
}

/** An hour ends where its clocks change, too: they may show it again, or a part of it. */
function isSameHour(a: Date, b: Date, zone: Zone): boolean {
  const hour = (at: Date): number => Math.floor(wallOf(at, zone).getTime() / HOUR_MS);
  return hour(a) === hour(b) && zone.offsetMinutes(a) === zone.offsetMinutes(b);
}

/** Midnight of the day, the week's Monday or the month's first, on the wall. */
function firstDay(wall: Date, granularity: Exclude<Granularity, "hourly">): Date {
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()];
  if (granularity === "monthly") return new Date(Date.UTC(year, month, 1));
  const sinceMonday = granularity === "weekly" ? (wall.getUTCDay() + 6) % 7 : 0;
  return new Date(Date.UTC(year, month, day - sinceMonday));
}

/** What the zone's clocks show, as if they showed UTC. */
function wallOf(at: Date, zone: Zone): Date {
  return new Date(at.getTime() + zone.offsetMinutes(at) * MINUTE_MS);
}

/** The first moment of a day: a zone whose clocks change at midnight skips some of the day, and none skips a day that we count. */
export function firstMoment(midnight: Date, zone: Zone): Date {
  for (let wall = midnight.getTime(); wall < midnight.getTime() + DAY_MS; wall += CELL_MS) {
    const moment = zone.instantIn(wall);
    if (moment) return moment;
  }
  return midnight;
}

function nameOf(start: Date, granularity: Granularity, zone: Zone): string {
  const wall = wallOf(start, zone).toISOString();
  if (granularity !== "hourly") return wall.slice(0, 10);
  const minutes = zone.offsetMinutes(start);
  if (minutes === 0) return `${wall.slice(0, 19)}Z`;
  const size = Math.abs(minutes);
  return `${wall.slice(0, 19)}${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
