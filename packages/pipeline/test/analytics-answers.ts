import { expect } from "@jest/globals";
import { bucketOf } from "@sendex/core/analytics/delay";
import { DIMENSIONS, type Dimension, type Measures, noMeasures } from "@sendex/core/analytics/measures";
import { GRANULARITIES, type Granularity } from "@sendex/core/analytics/periods";
import { readMetricSpan } from "@sendex/core/analytics/question";
import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import { readAnalytics } from "@sendex/pipeline/analytics/read";
import type { Drive } from "@sendex/testing/drive";
import { START } from "./analytics-history";
import { calendarName, type Happening, valuesOf } from "./analytics-model";

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Australia/Lord_Howe",
];

export interface Question {
  dimension: Dimension;
  granularity: Granularity;
  zone: string;
  byDomain: boolean;
}

/** What analytics answer, by the names of periods and values: measures that are not 0. */
async function told(drive: Drive, { dimension, granularity, zone, byDomain }: Question): Promise<unknown> {
  const now = new Date(drive.test.clock.now().getTime() + HOUR_MS);
  const asked = {
    from: new Date(START.getTime() - DAY_MS),
    to: now,
    timeZone: zone,
    granularity,
    byPeriod: true,
  };
  const reading = readMetricSpan(asked, now, { from: "from", to: "to" });
  if ("errors" in reading) throw new Error("the span is too long");
  const { span } = reading;
  const view = await readAnalytics(drive.test.context, drive.caller, {
    span,
    dimension,
    byDomain,
    delays: true,
  });
  const cells = view.rows.map(({ period, domain, value, counts, delays }) => {
    const start = span.periods[period]?.from ?? new Date(0);
    return [
      `${calendarName(start, granularity, zone)} | ${domain} | ${value}`,
      { counts, delays: [...delays].sort(([a], [b]) => a - b) },
    ] as const;
  });
  return {
    cells: Object.fromEntries(cells.sort(([a], [b]) => (a < b ? -1 : 1))),
    totals: view.totals.counts,
  };
}

/** One a dimension, in zones and periods that take turns. */
export function questionsOf(chosen: number): Question[] {
  return DIMENSIONS.map((dimension, i) => ({
    dimension,
    granularity: GRANULARITIES[(chosen + i) % GRANULARITIES.length] ?? "daily",
    zone: ZONES[(chosen + i) % ZONES.length] ?? "UTC",
    byDomain: (chosen + i) % 2 === 0,
  }));
}

export async function expectRight(drive: Drive, found: Happening[], questions: Question[]): Promise<void> {
  for (const question of questions) expect(await told(drive, question)).toEqual(counted(found, question));
}

/** The same, counted one by one. */
function counted(found: Happening[], { dimension, granularity, zone, byDomain }: Question): unknown {
  const cells = new Map<string, { counts: Measures; delays: Map<number, number> }>();
  const totals = noMeasures();
  for (const one of found) {
    totals[one.measure] += 1;
    for (const value of valuesOf(one, dimension)) {
      const name = `${calendarName(one.at, granularity, zone)} | ${byDomain ? one.domain : ""} | ${value}`;
      const cell = cells.get(name) ?? { counts: noMeasures(), delays: new Map<number, number>() };
      cells.set(name, cell);
      cell.counts[one.measure] += 1;
      if (one.delay === undefined) continue;
      const bucket = bucketOf(one.delay);
      cell.delays.set(bucket, (cell.delays.get(bucket) ?? 0) + 1);
    }
  }
  const sorted = [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { counts, delays }]) => [name, { counts, delays: [...delays].sort(([a], [b]) => a - b) }]);
  return { cells: Object.fromEntries(sorted), totals };
}
