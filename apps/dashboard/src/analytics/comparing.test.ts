import { expect, it } from "@jest/globals";
import { changeOf } from "./comparing";

it.each([
  ["sent", 120, 100, { by: 20, unit: "percent", meaning: "neither" }],
  ["delivered", 110, 100, { by: 10, unit: "percent", meaning: "better" }],
  ["bounced", 3, 4, { by: -25, unit: "percent", meaning: "better" }],
  ["bounced", 5, 4, { by: 25, unit: "percent", meaning: "worse" }],
  ["delivery_rate", 98.1, 98.4, { by: -0.3, unit: "points", meaning: "worse" }],
  ["bounce_rate", 0.4, 1.2, { by: -0.8, unit: "points", meaning: "better" }],
  ["delay_p95", 3_000, 2_000, { by: 50, unit: "percent", meaning: "worse" }],
  ["open_rate", 40, 40, { by: 0, unit: "points", meaning: "same" }],
] as const)("%s of %d after %d is %j", (metric, now, before, change) => {
  expect(changeOf(metric, now, before)).toEqual(change);
});

it("compares with nothing where there was nothing", () => {
  expect(changeOf("sent", 3, 0)).toBeUndefined();
  expect(changeOf("open_rate", 40, null)).toBeUndefined();
  expect(changeOf("sent", 0, 0)).toEqual({ by: 0, unit: "percent", meaning: "same" });
});

it("compares rates with 0 as well: points are of no whole", () => {
  expect(changeOf("complaint_rate", 0.1, 0)).toEqual({ by: 0.1, unit: "points", meaning: "worse" });
});
