import { expect, test } from "@jest/globals";
import { isReliable, judge } from "./targets";

const between = (low: number, high: number) => ({ low, high, coverage: 0.98 });

test.each([
  [between(0.8, 0.9), "met"],
  [between(0.79, 0.8), "reached"],
  [between(0.7, 0.79), "missed"],
])("of at least 0.8, %p is %s", (interval, outcome) => {
  expect(judge(interval, { atLeast: 0.8 })).toBe(outcome);
});

test.each([
  [between(100, 250), "met"],
  [between(250, 300), "reached"],
  [between(251, 300), "missed"],
])("of at most 250, %p is %s", (interval, outcome) => {
  expect(judge(interval, { atMost: 250 })).toBe(outcome);
});

test("seven runs are enough to rely on, five are not", () => {
  expect(isReliable({ low: 1, high: 2, coverage: 1 - 2 / 128 })).toBe(true);
  expect(isReliable({ low: 1, high: 2, coverage: 1 - 2 / 32 })).toBe(false);
});
