import { describe, expect, it } from "@jest/globals";
import type { Log } from "@sendex/core/ports";
import { openRateWindows } from "./rate-window";

const now = new Date("2026-03-01T12:00:20.500Z");
const later = new Date("2026-03-01T12:01:20.500Z");

function recordingLog(lines: string[]): Log {
  const write = (_fields: Record<string, unknown>, message: string) => void lines.push(message);
  return { debug: write, info: write, warn: write, error: write };
}

describe("rate windows without Redis", () => {
  const away = {
    incrby: () => Promise.reject(new Error("away")),
    pexpire: () => Promise.reject(new Error("away")),
  };

  function open(maxBuckets?: number) {
    const lines: string[] = [];
    return { rates: openRateWindows({ redis: away, log: recordingLog(lines), maxBuckets }), lines };
  }

  it("counts in the process", async () => {
    const { rates } = open();
    expect(await rates.hit("a", 1, now)).toMatchObject({ allowed: true, remaining: 0 });
    expect(await rates.hit("a", 1, now)).toMatchObject({ allowed: false });
    expect(await rates.hit("b", 1, now)).toMatchObject({ allowed: true });
  });

  it("starts anew with the minute", async () => {
    const { rates } = open();
    await rates.hit("a", 1, now);
    expect(await rates.hit("a", 1, later)).toMatchObject({ allowed: true });
  });

  it("forgets the oldest bucket rather than growing", async () => {
    const { rates } = open(2);
    for (const bucket of ["a", "b", "c"]) await rates.hit(bucket, 1, now);
    expect(await rates.hit("a", 1, now)).toMatchObject({ allowed: true });
    expect(await rates.hit("c", 1, now)).toMatchObject({ allowed: false });
  });

  it("says once that counting is no longer shared", async () => {
    const { rates, lines } = open();
    for (let hit = 0; hit < 5; hit += 1) await rates.hit("a", 1, now);
    expect(lines).toEqual(["rate windows are counted in the process"]);
  });
});
