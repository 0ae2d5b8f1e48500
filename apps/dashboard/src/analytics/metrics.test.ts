import { expect, it } from "@jest/globals";
import { figuresOf, kindOf } from "./metrics";

it("has no rate of nothing, where the API says 0", () => {
  const { sent, delivery_rate, open_rate } = figuresOf({
    sent: 0,
    delivered: 0,
    delivery_rate: 0,
    open_rate: 0,
  });
  expect([sent, delivery_rate, open_rate]).toEqual([0, null, null]);
});

it("keeps a rate of 0 where there is something that it is of", () => {
  expect(figuresOf({ sent: 2, delivered: 0, bounce_rate: 0, open_rate: 0 })).toMatchObject({
    bounce_rate: 0,
    open_rate: null,
  });
});

it.each([
  ["bounced", "count"],
  ["bounce_rate", "rate"],
  ["delay_p95", "delay"],
] as const)("knows %s as a %s", (metric, kind) => {
  expect(kindOf(metric)).toBe(kind);
});
