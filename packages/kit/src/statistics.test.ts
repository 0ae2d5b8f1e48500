import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { median, medianInterval, percentile } from "./statistics";

const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });

describe("median", () => {
  test("is the middle value, whatever the order", () => {
    expect(median([9, 1, 5])).toBe(5);
  });

  test("is the mean of the two middle values when their number is even", () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  test("compares by value and not as text", () => {
    expect(median([10, 9, 100])).toBe(10);
  });

  test("does not exist without values", () => {
    expect(() => median([])).toThrow(RangeError);
  });

  test("has as many values below as above", () => {
    fc.assert(
      fc.property(values, (some) => {
        const middle = median(some);
        const below = some.filter((value) => value < middle).length;
        const above = some.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(some.length / 2);
      }),
    );
  });

  test("leaves its argument as it was", () => {
    const given = [3, 1, 2];
    median(given);
    expect(given).toEqual([3, 1, 2]);
  });
});

describe("percentile", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  test.each([
    [0, 1],
    [0.5, 50],
    [0.99, 99],
    [1, 100],
  ])("%d of 1 to 100 is %d", (share, expected) => {
    expect(percentile(hundred, share)).toBe(expected);
  });

  test("is one of the values", () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (some, share) => {
        expect(some).toContain(percentile(some, share));
      }),
    );
  });
});

describe("medianInterval", () => {
  test("of seven values is their range and covers 98.4 %", () => {
    expect(medianInterval([7, 3, 1, 2, 6, 4, 5])).toEqual({ low: 1, high: 7, coverage: 1 - 2 / 128 });
  });

  test("of nine values leaves out one at each end", () => {
    expect(medianInterval([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual({
      low: 2,
      high: 8,
      coverage: 1 - 20 / 512,
    });
  });

  test("of three values admits that it covers only 75 %", () => {
    expect(medianInterval([1, 2, 3])).toEqual({ low: 1, high: 3, coverage: 0.75 });
  });

  test("of one value is that value and covers nothing", () => {
    expect(medianInterval([5])).toEqual({ low: 5, high: 5, coverage: 0 });
  });

  test("holds the median, and covers 95 % from six values on", () => {
    fc.assert(
      fc.property(values, (some) => {
        const { low, high, coverage } = medianInterval(some);
        expect(low).toBeLessThanOrEqual(median(some));
        expect(high).toBeGreaterThanOrEqual(median(some));
        if (some.length >= 6) expect(coverage).toBeGreaterThanOrEqual(0.95);
      }),
    );
  });
});
