import { expect, it } from "@jest/globals";
import { ticksFor } from "./ticks";

it.each([
  ["sent", 41, [0, 20, 40, 60]],
  ["bounce_rate", 0.3, [0, 0.1, 0.2, 0.3]],
  ["delay_p95", 3_400, [0, 1_000, 2_000, 3_000, 4_000]],
  ["delay_p95", 200_000, [0, 60_000, 120_000, 180_000, 240_000]],
  ["delay_p50", 0, [0, 1]],
] as const)("of %s up to %d are round in what they are written in", (metric, most, values) => {
  expect(ticksFor(metric, most, "en").values).toEqual(values);
});
