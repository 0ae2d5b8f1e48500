import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText } from "@sendex/testing/any-text";
import { readSchedule } from "./schedule";

const NOW = new Date("2026-03-05T12:00:00.000Z");
const DAYS_28 = 28 * 24 * 60 * 60 * 1000;
const read = (text: string, now = NOW, timeZone = "UTC") =>
  readSchedule(text, { now, field: "scheduled_at", timeZone });
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
    ["2026-03-06 12:00:00+00:00", "2026-03-06T12:00:00.000Z"],
    ["2026-03-06 12:00:00.5 +0900", "2026-03-06T03:00:00.500Z"],
    ["2026-03-06 12:00:00Z", "2026-03-06T12:00:00.000Z"],
    ["2026-03-06 12:00:00 UTC", "2026-03-06T12:00:00.000Z"],
    ["2026-03-06t12:00:00z", "2026-03-06T12:00:00.000Z"],
    ["2026-03-06T12:00:00,5Z", "2026-03-06T12:00:00.500Z"],
    [" 2026-03-06T12:00:00Z\n", "2026-03-06T12:00:00.000Z"],
  ])("reads %s as %s", (text, at) => {
    expect(read(text)).toEqual({ at: new Date(at) });
  });

  test("reads 29 February in a leap year only", () => {
    expect(read("2028-02-29T12:00:00Z", new Date("2028-02-20T00:00:00Z"))).toHaveProperty("at");
    expect(read("2026-02-29T12:00:00Z", new Date("2026-02-20T00:00:00Z"))).toHaveProperty("error");
  });

  test.each([
    "",
    "1772798400",
    "2026-03-06",
    "2026-03-06T12:00:00",
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
    "20260306T120000Z",
    "+002026-03-06T12:00:00Z",
    "２026-03-06T12:00:00Z",
    "2026-03-06 12:00",
    "2026-03-06 at 9am",
    "soon",
    "march",
    "tomorrow at 25:00",
    "tomorrow at 9am please",
    "tomorrow at 9am Asia/Tokyo",
    "9am to 10am tomorrow",
    "Feb 30 at 9am",
    "in 999999999999 years",
    `${" ".repeat(100)}tomorrow at 9am`,
    `2026-03-06T12:00:00.${"0".repeat(1_000_000)}Z`,
  ])("refuses %.40j as a time", (text) => {
    expect(read(text)).toMatchObject({ error: { field: "scheduled_at", code: "format" } });
  });

  test.each([
    ["in 1 min", "2026-03-05T12:01:00.000Z"],
    ["In 1 hour and 30 minutes", "2026-03-05T13:30:00.000Z"],
    ["tomorrow at 9am", "2026-03-06T00:00:00.000Z"],
    ["at 9am", "2026-03-06T00:00:00.000Z"],
    ["Friday 14:30", "2026-03-06T05:30:00.000Z"],
    ["March 10 at 9am", "2026-03-10T00:00:00.000Z"],
    ["tomorrow at 9am UTC", "2026-03-06T09:00:00.000Z"],
    ["tomorrow at 9am +02:00", "2026-03-06T07:00:00.000Z"],
    ["Mon, 09 Mar 2026 10:00:00 GMT", "2026-03-09T10:00:00.000Z"],
    ["in 2 days", "2026-03-07T12:00:00.000Z"],
  ])("reads %j in Tokyo as %s", (text, at) => {
    expect(read(text, NOW, "Asia/Tokyo")).toEqual({ at: new Date(at) });
  });

  test("reads now as now, and refuses what is over", () => {
    expect(read("now")).toEqual({});
    expect(read("5 minutes ago")).toMatchObject({ error: { code: "out_of_range" } });
    expect(read("yesterday at 9am")).toMatchObject({ error: { code: "out_of_range" } });
    expect(read("in 5 weeks")).toMatchObject({ error: { code: "out_of_range" } });
  });

  test.each(["01/02/2026", "3/10 at 9am", "10.3.2026 9:00", "10-03-2026 9:00"])(
    "refuses the date %s, whose day and month could be either",
    (text) => {
      const message = expect.stringContaining("the month in letters");
      expect(read(text)).toMatchObject({ error: { code: "format", message } });
    },
  );

  test("keeps the time of day across a change of the clocks, and refuses one that they skip", () => {
    const now = new Date("2026-03-28T12:00:00Z");
    const berlin = (text: string) => read(text, now, "Europe/Berlin");
    expect(berlin("tomorrow at 9am")).toEqual({ at: new Date("2026-03-29T07:00:00Z") });
    expect(berlin("in 24 hours")).toEqual({ at: new Date("2026-03-29T12:00:00Z") });
    const message = "scheduled_at names a time that does not exist in Europe/Berlin: the clocks skip it.";
    expect(berlin("tomorrow at 2:30am")).toEqual({
      error: { field: "scheduled_at", code: "format", message },
    });
  });

  test("takes the first of two times that the clocks show twice", () => {
    const reading = read("tomorrow at 2:30am", new Date("2026-10-24T12:00:00Z"), "Europe/Berlin");
    expect(reading).toEqual({ at: new Date("2026-10-25T00:30:00Z") });
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

  test("reads any text without throwing", () => {
    const word = fc.constantFrom(
      ...[
        "in",
        "at",
        "1",
        "12",
        "min",
        "tomorrow",
        "9am",
        "friday",
        "-",
        ":",
        "/",
        "and",
        "UTC",
        "(",
        "next",
        "ago",
      ],
    );
    const text = fc.oneof(
      anyText({ maxLength: 120 }),
      fc.array(word, { maxLength: 40 }).map((words) => words.join(" ").slice(0, 100)),
      fc
        .tuple(word, fc.integer({ min: 1, max: 100 }))
        .map(([part, times]) => part.repeat(times).slice(0, 100)),
    );
    const zone = fc.constantFrom("UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Apia");
    fc.assert(
      fc.property(text, zone, (given, timeZone) => {
        expect(read(given, NOW, timeZone)).not.toMatchObject({ at: new Date(Number.NaN) });
      }),
    );
  });
});
