import { describe, expect, it } from "@jest/globals";
import { barsOf, type Counts, layersOf } from "./bars";

const NONE: Counts = {
  ...{ accepted: 0, sent: 0, delivered: 0, deferred: 0, bounced: 0 },
  ...{ complained: 0, failed: 0, suppressed: 0, opened: 0, clicked: 0 },
};
const localHour = (day: number, hour: number, sent: number) => ({
  ...NONE,
  at: new Date(2026, 2, day, hour).toISOString(),
  sent,
});

describe("bars", () => {
  it("put hours together to the viewer's days", () => {
    const series = [localHour(1, 22, 1), localHour(1, 23, 2), localHour(2, 0, 4)];
    const bars = barsOf({ series, interval: "hour" }, "day");
    expect(bars.map(({ at, counts }) => [new Date(at).getDate(), counts.sent])).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it("are the API's hours where hours are shown", () => {
    const series = [localHour(1, 22, 1), localHour(1, 23, 2)];
    expect(barsOf({ series, interval: "hour" }, "hour").map(({ counts }) => counts.sent)).toEqual([1, 2]);
  });
});

describe("the layers of a column", () => {
  it("make up what was sent", () => {
    const layers = layersOf({ ...NONE, sent: 10, delivered: 6, bounced: 1, complained: 1 });
    expect(layers).toEqual({ delivered: 6, waiting: 2, bounced: 1, complained: 1 });
  });

  it("count those who complained once, though their mail was delivered", () => {
    const { delivered, complained } = layersOf({ ...NONE, sent: 10, delivered: 10, complained: 2 });
    expect(delivered + complained).toBe(10);
  });

  it("are never negative where more bounced than was counted as sent", () => {
    expect(layersOf({ ...NONE, sent: 1, bounced: 2 })).toMatchObject({ delivered: 0, waiting: 0 });
  });
});
