import { describe, expect, it } from "@jest/globals";
import { creditsAreLow, rateState, readSpan, seriesOf } from "./overview";

const NOW = new Date("2026-03-05T12:34:56.000Z");
const at = (text: string) => new Date(text);

describe("a span", () => {
  it("is the last seven days by the day, unless another is named", () => {
    expect(readSpan({}, NOW)).toEqual({
      span: { from: at("2026-02-26T00:00:00Z"), to: at("2026-03-06T00:00:00Z"), interval: "day" },
    });
  });

  it("is shown by the hour up to two days", () => {
    const from = at("2026-03-04T11:20:00Z");
    expect(readSpan({ from, to: NOW }, NOW)).toEqual({
      span: { from: at("2026-03-04T11:00:00Z"), to: at("2026-03-05T13:00:00Z"), interval: "hour" },
    });
  });

  it("keeps whole intervals as they are", () => {
    const span = {
      from: at("2026-03-01T00:00:00Z"),
      to: at("2026-03-05T00:00:00Z"),
      interval: "day",
    } as const;
    expect(readSpan(span, NOW)).toEqual({ span });
  });

  it.each([
    ["that ends before it begins", { from: NOW, to: NOW }],
    ["of 32 days by the hour", { from: at("2026-02-01T00:00:00Z"), interval: "hour" as const }],
    ["of 93 days by the day", { from: at("2025-12-01T00:00:00Z"), interval: "day" as const }],
  ])("%s is refused", (_, asked) => {
    expect(readSpan(asked, NOW)).toMatchObject({ errors: [{ field: "from", code: "out_of_range" }] });
  });
});

describe("a series", () => {
  it("has an entry for each interval, and sums up", () => {
    const span = {
      from: at("2026-03-05T10:00:00Z"),
      to: at("2026-03-05T13:00:00Z"),
      interval: "hour",
    } as const;
    const bucket = (hour: number, event: "sent" | "bounced", count: number) => ({
      at: at(`2026-03-05T${hour}:00:00Z`),
      event,
      count,
    });
    const { totals, series } = seriesOf(span, [
      bucket(10, "sent", 3),
      bucket(12, "sent", 2),
      bucket(12, "bounced", 1),
    ]);
    expect(totals).toMatchObject({ sent: 5, bounced: 1, delivered: 0 });
    expect(series.map(({ at: time, sent, bounced }) => [time.getUTCHours(), sent, bounced])).toEqual([
      [10, 3, 0],
      [11, 0, 0],
      [12, 2, 1],
    ]);
  });
});

it.each([
  [{ sent: 49, hurt: 49 }, "too_few"],
  [{ sent: 100, hurt: 2 }, "good"],
  [{ sent: 100, hurt: 3 }, "warning"],
  [{ sent: 100, hurt: 4 }, "warning"],
  [{ sent: 100, hurt: 5 }, "over"],
])("a rate of %j is %s", (counts, state) => {
  expect(rateState(counts)).toBe(state);
});

it.each([
  [null, 1_000, false],
  [99, 0, true],
  [100, 0, false],
  [500, 501, true],
])("of credits of %s with %i accepted today: low is %s", (credits, accepted, low) => {
  expect(creditsAreLow(credits, accepted)).toBe(low);
});
