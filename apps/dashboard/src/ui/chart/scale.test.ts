import { expect, it } from "@jest/globals";
import { everyNth, ticksOf } from "./scale";

it.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [3, [0, 1, 2, 3]],
  [9, [0, 5, 10]],
  [40, [0, 10, 20, 30, 40]],
  [41, [0, 20, 40, 60]],
  [9_800, [0, 2_500, 5_000, 7_500, 10_000]],
])("for up to %i the lines are round and whole: %j", (most, ticks) => {
  expect(ticksOf(most)).toEqual(ticks);
});

it.each([
  [0, [0, 1]],
  [0.04, [0, 0.01, 0.02, 0.03, 0.04]],
  [0.3, [0, 0.1, 0.2, 0.3]],
  [3.1, [0, 1, 2, 3, 4]],
  [98.7, [0, 25, 50, 75, 100]],
])("for parts up to %d the lines are round: %j", (most, ticks) => {
  expect(ticksOf(most, { parts: true })).toEqual(ticks);
});

it("shows as many labels as there is room for", () => {
  expect(everyNth(30, 600, 60)).toBe(3);
  expect(everyNth(7, 600, 60)).toBe(1);
});
