import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { instantIn, isTimeZone, offsetMinutes } from "./time-zone";

describe("isTimeZone", () => {
  test.each(["UTC", "Europe/Berlin", "america/new_york", "America/Argentina/Buenos_Aires", "Asia/Kolkata"])(
    "knows %s",
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );

  test.each(["", "Berlin", "+09:00", "Europe/Atlantis", "UTC\0", "a".repeat(1_000_000)])(
    "knows no zone %.20j",
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );
});

describe("offsetMinutes", () => {
  test.each([
    ["UTC", "2026-03-05T12:00:00Z", 0],
    ["Europe/Berlin", "2026-03-29T00:59:59.999Z", 60],
    ["Europe/Berlin", "2026-03-29T01:00:00Z", 120],
    ["Asia/Kathmandu", "2026-03-05T12:00:00Z", 345],
    ["America/St_Johns", "2026-01-01T00:00:00Z", -210],
  ])("knows how far %s is ahead at %s", (zone, at, minutes) => {
    expect(offsetMinutes(new Date(at), zone)).toBe(minutes);
  });
});

describe("instantIn", () => {
  const wall = (text: string): number => new Date(`${text}Z`).getTime();

  test("has nothing where the clocks skip the time, and the first where they show it twice", () => {
    expect(instantIn(wall("2026-03-29T02:00:00"), "Europe/Berlin")).toBeUndefined();
    expect(instantIn(wall("2026-03-29T03:00:00"), "Europe/Berlin")).toEqual(new Date("2026-03-29T01:00:00Z"));
    expect(instantIn(wall("2026-11-01T01:30:00"), "America/New_York")).toEqual(
      new Date("2026-11-01T05:30:00Z"),
    );
  });

  test("finds a time again by what the clocks show then, or an earlier one that shows the same", () => {
    const zone = fc.constantFrom(
      "UTC",
      "Europe/Berlin",
      "America/New_York",
      "Asia/Kathmandu",
      "Pacific/Apia",
    );
    const time = fc.integer({ min: wall("1990-01-01T00:00"), max: wall("2060-01-01T00:00") });
    fc.assert(
      fc.property(time, zone, (at, name) => {
        const shown = at + offsetMinutes(new Date(at), name) * 60_000;
        const found = instantIn(shown, name)?.getTime() ?? Number.NaN;
        expect(found).toBeLessThanOrEqual(at);
        expect(found + offsetMinutes(new Date(found), name) * 60_000).toBe(shown);
      }),
    );
  });
});
