import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  LADDERS,
  WEBHOOK_DELAYS_MS,
  delayAfter,
  leaseMs,
  scaled,
  sesMarginMs,
  settleScaled,
  webhookDelay,
} from "./ladder";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const total = (delays: readonly number[]) => delays.reduce((sum, delay) => sum + delay, 0);

describe("the Sendex ladder", () => {
  test.each([
    [1, 30 * SECOND],
    [2, MINUTE],
    [3, 2 * MINUTE],
    [4, 4 * MINUTE],
    [5, 8 * MINUTE],
    [6, 16 * MINUTE],
    [7, 30 * MINUTE],
    [8, 30 * MINUTE],
    [53, 30 * MINUTE],
    [54, undefined],
  ])("after %d failures waits %p ms", (failures, delay) => {
    expect(delayAfter("sendex", failures)).toBe(delay);
  });

  test("covers 54 attempts and 24.03 hours", () => {
    expect(LADDERS.sendex).toHaveLength(53);
    // 24.025 h, which the documents round to 24.03.
    expect(total(LADDERS.sendex)).toBe(24.025 * HOUR);
  });
});

describe("the Sendarix ladder", () => {
  test.each([
    [1, 30 * SECOND],
    [2, 5 * MINUTE],
    [3, 30 * MINUTE],
    [4, 2 * HOUR],
    [5, 5 * HOUR],
    [6, undefined],
  ])("after %d failures waits %p ms", (failures, delay) => {
    expect(delayAfter("sendarix", failures)).toBe(delay);
  });
});

describe("delayAfter", () => {
  test("waits never get shorter, and once spent a ladder stays spent", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("sendex" as const, "sendarix" as const),
        fc.integer({ min: 1, max: 200 }),
        (ladder, failures) => {
          const now = delayAfter(ladder, failures) ?? Infinity;
          const next = delayAfter(ladder, failures + 1) ?? Infinity;
          expect(next).toBeGreaterThanOrEqual(now);
        },
      ),
    );
  });

  test.each([0, -1, 1.5, Number.NaN])("%p failures are a mistake, not a spent ladder", (failures) => {
    expect(() => delayAfter("sendex", failures)).toThrow(RangeError);
  });
});

describe("webhookDelay", () => {
  test.each([
    [1, 5 * SECOND],
    [2, 30 * SECOND],
    [3, 2 * MINUTE],
    [4, 10 * MINUTE],
    [5, 30 * MINUTE],
    [6, HOUR],
    [7, 2 * HOUR],
    [8, 4 * HOUR],
    [9, 8 * HOUR],
    [10, 8 * HOUR],
    [11, undefined],
  ])("after %d failures waits %p ms, in the middle of its spread", (failures, delay) => {
    expect(webhookDelay(failures, 0.5)).toBe(delay);
  });

  test("spreads by a fifth either way", () => {
    expect(webhookDelay(1, 0)).toBe(4 * SECOND);
    expect(webhookDelay(1, 1)).toBe(6 * SECOND);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, random) => {
          const middle = WEBHOOK_DELAYS_MS[n - 1] ?? 0;
          const delay = webhookDelay(n, random) ?? 0;
          expect(Math.abs(delay - middle)).toBeLessThanOrEqual(middle * 0.2 + 1);
        },
      ),
    );
  });

  test("needs a failure", () => {
    expect(() => webhookDelay(0, 0.5)).toThrow(RangeError);
  });
});

describe("RETRY_TIME_SCALE", () => {
  test("multiplies, to whole milliseconds", () => {
    expect(scaled(30_000, 0.01)).toBe(300);
    expect(scaled(1, 0.4)).toBe(0);
    expect(scaled(30_000, 2)).toBe(60_000);
  });

  test("leaves lease, margin and settling time as they are at 1", () => {
    expect([leaseMs(1), sesMarginMs(1), settleScaled(15_000, 1)]).toEqual([20_000, 10_000, 15_000]);
  });

  test("never makes a claim impossible: the lease outlasts the margin at every scale", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.000_001, max: 10, noNaN: true }), (scale) => {
        expect(leaseMs(scale)).toBeGreaterThanOrEqual(4_000);
        expect(leaseMs(scale)).toBeGreaterThan(sesMarginMs(scale));
        expect(settleScaled(15_000, scale)).toBeGreaterThanOrEqual(1_000);
      }),
    );
  });
});
