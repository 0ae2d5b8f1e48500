import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { DAY_MS, firstHour, HOUR_MS, startOfDay } from "./day";

describe("days", () => {
  it.each([
    ["2026-03-05T00:00:00.000Z", "2026-03-05T00:00:00.000Z"],
    ["2026-03-05T23:59:59.999Z", "2026-03-05T00:00:00.000Z"],
    ["2026-03-29T01:30:00.000+02:00", "2026-03-28T00:00:00.000Z"],
  ])("the day of %s began at %s", (now, day) => {
    expect(startOfDay(new Date(now)).toISOString()).toBe(day);
  });

  it("counts the hour that a span begins in whole", () => {
    const now = new Date("2026-03-16T10:59:59.999Z");
    expect(firstHour(now, 15).toISOString()).toBe("2026-03-01T10:00:00.000Z");
  });

  it("spans at least the days asked for, and at most an hour more", () => {
    const moments = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 60 }), (now, days) => {
        const span = now.getTime() - firstHour(now, days).getTime();
        return span >= days * DAY_MS && span < days * DAY_MS + HOUR_MS;
      }),
    );
  });
});
