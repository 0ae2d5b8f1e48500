import { describe, expect, it } from "@jest/globals";
import { granularityOf, isTooLong, spanOf } from "./span";

const now = new Date(2026, 2, 5, 13, 20);

describe("spanOf", () => {
  it("is the last seven days by the day, today included, unless another is named", () => {
    expect(spanOf({}, now)).toEqual({
      from: new Date(2026, 1, 27),
      to: now,
      granularity: "daily",
      open: true,
      before: { from: new Date(2026, 1, 20), to: new Date(2026, 1, 26, 13, 20) },
    });
  });

  it("has 24 hours for a day, and compares them with those before, up to the same minute", () => {
    const { from, granularity, before } = spanOf({ period: "day" }, now);
    expect([from, granularity]).toEqual([new Date(2026, 2, 4, 14), "hourly"]);
    expect(before).toEqual({ from: new Date(2026, 2, 3, 14), to: new Date(2026, 2, 4, 13, 20) });
  });

  it("moves back by whole weeks where weeks are counted", () => {
    const { from, granularity, before } = spanOf({ period: "quarter" }, now);
    expect([from, granularity]).toEqual([new Date(2025, 11, 6), "weekly"]);
    expect(before?.from).toEqual(new Date(2025, 8, 6));
    expect(before?.from.getDay()).toBe(from.getDay());
  });

  it("takes custom days from their first moment to the end of the last", () => {
    expect(spanOf({ from: "2026-03-01", to: "2026-03-04" }, now)).toMatchObject({
      from: new Date(2026, 2, 1),
      to: new Date(2026, 2, 5),
      open: false,
      before: { from: new Date(2026, 1, 25), to: new Date(2026, 2, 1) },
    });
  });

  it("ends now where the last custom day is not over", () => {
    expect(spanOf({ from: "2026-03-05", to: "2026-03-06" }, now)).toMatchObject({ to: now, open: true });
  });

  it("compares with nothing where the counts before are not kept any more", () => {
    expect(spanOf({ from: "2025-06-01", to: "2026-02-28" }, now).before).toBeUndefined();
  });

  it("keeps to the last 400 days of a longer time, and says so", () => {
    const long = { from: "2024-01-01", to: "2026-02-28" };
    const { from, to } = spanOf(long, now);
    expect(Math.round((to.getTime() - from.getTime()) / 86_400_000)).toBe(400);
    expect(isTooLong(long)).toBe(true);
  });
});

it.each([
  [1, "hourly"],
  [2, "hourly"],
  [3, "daily"],
  [89, "daily"],
  [90, "weekly"],
])("%i days are counted %s", (days, granularity) => {
  expect(granularityOf(days)).toBe(granularity);
});
