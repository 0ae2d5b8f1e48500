import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readSchedule } from "./schedule";

const NOW = new Date("2026-03-05T12:00:00.000Z");
const DAYS_28 = 28 * 24 * 60 * 60 * 1000;
const read = (text: string, now = NOW) => readSchedule(text, now, "scheduled_at");
const after = (ms: number) => new Date(NOW.getTime() + ms).toISOString();

describe("readSchedule", () => {
  test.each([
    ["2026-03-06T12:00:00Z", "2026-03-06T12:00:00.000Z"],
    ["2026-03-06T12:00Z", "2026-03-06T12:00:00.000Z"],
    ["2026-03-06T12:00:00.5Z", "2026-03-06T12:00:00.500Z"],
    ["2026-03-06T12:00:00.123456789Z", "2026-03-06T12:00:00.123Z"],
    ["2026-03-06T12:00:00+09:00", "2026-03-06T03:00:00.000Z"],
    ["2026-03-06T12:00:00-0530", "2026-03-06T17:30:00.000Z"],
    ["2026-03-06T12:00:00+09", "2026-03-06T03:00:00.000Z"],
    ["2026-03-06T23:59:59.999-00:00", "2026-03-06T23:59:59.999Z"],
  ])("reads %s as %s", (text, at) => {
    expect(read(text)).toEqual({ at: new Date(at) });
  });

  test("reads 29 February in a leap year only", () => {
    expect(read("2028-02-29T12:00:00Z", new Date("2028-02-20T00:00:00Z"))).toHaveProperty("at");
    expect(read("2026-02-29T12:00:00Z", new Date("2026-02-20T00:00:00Z"))).toHaveProperty("error");
  });

  test.each([
    "",
    "tomorrow",
    "in 1 min",
    "1772798400",
    "2026-03-06",
    "2026-03-06T12:00:00",
    "2026-03-06 12:00:00Z",
    "2026-02-30T12:00:00Z",
    "2026-04-31T12:00:00Z",
    "2026-13-01T12:00:00Z",
    "2026-00-10T12:00:00Z",
    "2026-03-00T12:00:00Z",
    "2026-03-06T24:00:00Z",
    "2026-03-06T12:60:00Z",
    "2026-03-06T12:00:60Z",
    "2026-03-06T12:00:00+24:00",
    "2026-03-06T12:00:00+09:60",
    "2026-03-06T12:00:00,5Z",
    "20260306T120000Z",
    "+002026-03-06T12:00:00Z",
    " 2026-03-06T12:00:00Z",
    "2026-03-06T12:00:00Z\n",
    "２026-03-06T12:00:00Z",
    `2026-03-06T12:00:00.${"0".repeat(1_000_000)}Z`,
  ])("refuses %.40j as a time", (text) => {
    expect(read(text)).toMatchObject({ error: { field: "scheduled_at", code: "format" } });
  });

  test("takes 28 days ahead and not a millisecond more", () => {
    expect(read(after(DAYS_28))).toEqual({ at: new Date(NOW.getTime() + DAYS_28) });
    expect(read(after(DAYS_28 + 1))).toMatchObject({ error: { code: "out_of_range" } });
  });

  test("takes the last minute as now, and refuses what lies before it", () => {
    expect(read(after(1))).toEqual({ at: new Date(NOW.getTime() + 1) });
    expect(read(after(0))).toEqual({});
    expect(read(after(-60_000))).toEqual({});
    expect(read(after(-60_001))).toMatchObject({ error: { code: "out_of_range" } });
  });

  test("reads every time that Date writes, whatever the zone it is written in", () => {
    const zone = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: DAYS_28 }), zone, (ms, minutes) => {
        const at = new Date(NOW.getTime() + ms);
        const local = new Date(at.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const two = (n: number) => String(n).padStart(2, "0");
        const offset = `${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
        expect(read(`${local}${minutes < 0 ? "-" : "+"}${offset}`)).toEqual({ at });
      }),
    );
  });
});
