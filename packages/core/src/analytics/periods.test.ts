import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { CELL_MS, GRANULARITIES, periodsOf, wholeCells } from "./periods";

/** Whole hours, half and quarter ones, summer times by an hour and by half of one, and one that changes at midnight. */
const ZONES = [
  ...["UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu"],
  ...["Australia/Lord_Howe", "Pacific/Chatham", "America/St_Johns", "America/Havana", "Africa/Cairo"],
];
const names = (from: string, to: string, granularity: (typeof GRANULARITIES)[number], zone: string) =>
  periodsOf(wholeCells(new Date(from), new Date(to)), granularity, zone).map(({ name }) => name);

describe("periods", () => {
  it("are a zone's days, each with its own name", () => {
    expect(names("2026-07-01T00:00Z", "2026-07-03T00:00Z", "daily", "Asia/Kolkata")).toEqual([
      "2026-07-01",
      "2026-07-02",
      "2026-07-03",
    ]);
    expect(
      periodsOf(
        { from: new Date("2026-07-01T00:00Z"), to: new Date("2026-07-03T00:00Z") },
        "daily",
        "Asia/Kolkata",
      ).map(({ from }) => from.toISOString()),
    ).toEqual(["2026-07-01T00:00:00.000Z", "2026-07-01T18:30:00.000Z", "2026-07-02T18:30:00.000Z"]);
  });

  it("begin weeks on Monday and months on the first", () => {
    expect(names("2026-07-01T00:00Z", "2026-07-08T00:00Z", "weekly", "UTC")).toEqual([
      "2026-06-29",
      "2026-07-06",
    ]);
    expect(names("2026-01-31T00:00Z", "2026-03-01T00:00Z", "monthly", "UTC")).toEqual([
      "2026-01-01",
      "2026-02-01",
    ]);
  });

  it.each([
    ["the clocks go forward", "2026-03-29T00:00Z", "2026-03-29T02:00Z", ["01:00:00+01:00", "03:00:00+02:00"]],
    [
      "they show an hour twice",
      "2026-10-25T00:00Z",
      "2026-10-25T02:00Z",
      ["02:00:00+02:00", "02:00:00+01:00"],
    ],
  ])("name hours with their offset, where %s", (_, from, to, expected) => {
    expect(names(from, to, "hourly", "Europe/Berlin").map((name) => name.slice(11))).toEqual(expected);
  });

  it("cut an hour where clocks change by half of one", () => {
    expect(names("2026-04-04T14:00Z", "2026-04-04T16:30Z", "hourly", "Australia/Lord_Howe")).toEqual([
      "2026-04-05T01:00:00+11:00",
      "2026-04-05T01:30:00+10:30",
      "2026-04-05T02:00:00+10:30",
    ]);
  });

  it("follow each other without a gap, from the span's beginning to its end, and have names of their own", () => {
    const spans = fc.record({
      from: fc.date({ min: new Date("2025-01-01"), max: new Date("2027-12-31"), noInvalidDate: true }),
      hours: fc.integer({ min: 1, max: 24 * 20 }),
      zone: fc.constantFrom(...ZONES),
      granularity: fc.constantFrom(...GRANULARITIES),
    });
    fc.assert(
      fc.property(spans, ({ from, hours, zone, granularity }) => {
        const range = wholeCells(from, new Date(from.getTime() + hours * 3_600_000));
        const periods = periodsOf(range, granularity, zone);
        expect(periods.map((period) => period.from)).toEqual([
          range.from,
          ...periods.slice(0, -1).map((period) => period.to),
        ]);
        expect(periods.at(-1)?.to).toEqual(range.to);
        expect(new Set(periods.map(({ name }) => name)).size).toBe(periods.length);
        for (const period of periods) expect(period.to.getTime() - period.from.getTime()).toBeGreaterThan(0);
        for (const { from: edge } of periods) expect(edge.getTime() % CELL_MS).toBe(0);
        if (granularity === "daily")
          for (const period of periods) expect(dayIn(period.from, zone)).toBe(dayIn(lastOf(period.to), zone));
      }),
      { numRuns: 200 },
    );
  });
});

function dayIn(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
}

function lastOf(end: Date): Date {
  return new Date(end.getTime() - 1);
}
