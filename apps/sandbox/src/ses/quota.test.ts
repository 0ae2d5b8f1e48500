import { describe, expect, test } from "@jest/globals";
import { createQuota } from "./quota";

function at(limits: { maxSendRate: number; max24HourSend: number }) {
  const time = { now: 1_700_000_000_000 };
  return { time, quota: createQuota(limits, () => time.now) };
}

describe("the rate", () => {
  test("lets one second's worth through at once and refills with time", () => {
    const { time, quota } = at({ maxSendRate: 14, max24HourSend: 1e6 });
    for (let i = 0; i < 14; i += 1) quota.take(1);
    expect(() => quota.take(1)).toThrow("Maximum sending rate exceeded.");
    time.now += 500;
    for (let i = 0; i < 7; i += 1) quota.take(1);
    expect(() => quota.take(1)).toThrow("Maximum sending rate exceeded.");
  });

  test("lets a call for many through while anything is left, then waits the debt off", () => {
    const { time, quota } = at({ maxSendRate: 1, max24HourSend: 1e6 });
    quota.take(5);
    time.now += 4_900;
    expect(() => quota.take(1)).toThrow("Maximum sending rate exceeded.");
    time.now += 100;
    quota.take(1);
  });

  test("counts the calls that it turned away", () => {
    const { quota } = at({ maxSendRate: 2, max24HourSend: 1e6 });
    for (let i = 0; i < 2; i += 1) quota.take(1);
    expect(quota.state().refused).toBe(0);
    for (let i = 0; i < 3; i += 1) expect(() => quota.take(1)).toThrow();
    expect(quota.state().refused).toBe(3);
  });

  test("can be stopped altogether", () => {
    const { quota } = at({ maxSendRate: 14, max24HourSend: 1e6 });
    quota.set({ max24HourSend: 0 });
    expect(() => quota.take(1)).toThrow("Daily message quota exceeded.");
  });
});

describe("the daily quota", () => {
  test("counts recipients of the last 24 hours", () => {
    const { time, quota } = at({ maxSendRate: 1e6, max24HourSend: 10 });
    quota.take(9);
    time.now += 60 * 60_000;
    quota.take(1);
    expect(() => quota.take(1)).toThrow("Daily message quota exceeded.");
    time.now += 23 * 60 * 60_000 + 60_000;
    expect(quota.state().sentLast24Hours).toBe(1);
    quota.take(1);
  });

  test("can be set as already used", () => {
    const { quota } = at({ maxSendRate: 1e6, max24HourSend: 10 });
    quota.set({ sentLast24Hours: 10 });
    expect(() => quota.take(1)).toThrow("Daily message quota exceeded.");
  });
});
