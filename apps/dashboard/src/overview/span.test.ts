import { describe, expect, it } from "@jest/globals";
import { isTooLong, spanOf } from "./span";

const now = new Date(2026, 2, 5, 13, 20);

describe("spanOf", () => {
  it("is the last seven days, today included, unless another is named", () => {
    expect(spanOf({}, now)).toEqual({ from: new Date(2026, 1, 27), interval: "hour", bars: "day" });
  });

  it("reaches over 24 bars of an hour for a day", () => {
    const { from, bars } = spanOf({ period: "day" }, now);
    expect(bars).toBe("hour");
    expect(Math.floor((now.getTime() - from.getTime()) / 3_600_000)).toBe(23);
  });

  it("takes custom days from their first moment to the end of the last", () => {
    const span = spanOf({ from: "2026-03-01", to: "2026-03-04" }, now);
    expect(span).toEqual({
      from: new Date(2026, 2, 1),
      to: new Date(2026, 2, 5),
      interval: "hour",
      bars: "day",
    });
  });

  it("shows one custom day by the hour", () => {
    expect(spanOf({ from: "2026-03-01", to: "2026-03-01" }, now).bars).toBe("hour");
  });

  it("asks for UTC's days where there are too many hours", () => {
    const { from, to, interval } = spanOf({ from: "2026-01-01", to: "2026-02-28" }, now);
    expect([from.toISOString(), to?.toISOString(), interval]).toEqual([
      "2026-01-01T00:00:00.000Z",
      "2026-03-01T00:00:00.000Z",
      "day",
    ]);
  });

  it("keeps to the last 92 days of a longer time, and says so", () => {
    const long = { from: "2025-01-01", to: "2026-02-28" };
    const { from, to = now } = spanOf(long, now);
    expect((to.getTime() - from.getTime()) / 86_400_000).toBe(92);
    expect(isTooLong(long)).toBe(true);
  });
});
