import { describe, expect, it } from "@jest/globals";
import { firstHourOf, HISTORY_HOURS, neededFactor } from "./bursts";
import { expectedAt, isLoud, judgeOpenVolume, judgeVolume, lastHourStart, usualHours } from "./volume";

const WEEK = 168;
const flat = (hours: number, count: number): number[] => Array.from({ length: hours }, () => count);

describe("volume", () => {
  it("is compared with the same hour of four weeks and its neighbours", () => {
    const hours = usualHours(new Date("2026-11-29T12:34:00Z")).map((hour) => hour.toISOString());
    expect(hours).toHaveLength(12);
    expect(hours.slice(0, 3)).toEqual([
      "2026-11-22T11:00:00.000Z",
      "2026-11-22T12:00:00.000Z",
      "2026-11-22T13:00:00.000Z",
    ]);
    expect(hours.at(-1)).toBe("2026-11-01T13:00:00.000Z");
  });

  it("is that of the running quarter of an hour and the three before", () => {
    expect(lastHourStart(new Date("2026-11-29T12:34:00Z")).toISOString()).toBe("2026-11-29T11:45:00.000Z");
  });

  it("is far above its usual from three times on, and from a hundred on", () => {
    const usual = { usual: 100, young: false };
    expect(judgeVolume(300, usual, 3)).toMatchObject({ over: false, clear: false });
    expect(judgeVolume(301, usual, 3)).toMatchObject({ over: true, numbers: { limit: 300, usual: 100 } });
    expect(judgeVolume(149, usual, 3)).toMatchObject({ clear: true });
    expect(judgeVolume(100, { usual: 20, young: false }, 3).over).toBe(false);
    expect(isLoud(101, 0, 3)).toBe(true);
  });

  it("goes by the hour of the week once there is a week to compare with", () => {
    const hours = flat(2 * WEEK, 10);
    hours[WEEK + 5] = 700;
    expect(expectedAt(hours, 2 * WEEK + 6, 0)).toEqual({ usual: 700, young: false });
    expect(expectedAt(hours, 2 * WEEK + 7, 0)).toEqual({ usual: 20, young: false });
  });

  it("goes by the busiest hour so far of a young account, which counts as 500 at least", () => {
    expect(expectedAt(flat(100, 80), 100, 0)).toEqual({ usual: 500, young: true });
    expect(expectedAt([0, 0, 900], 3, 2)).toEqual({ usual: 900, young: true });
    expect(firstHourOf([0, 0, 900])).toBe(2);
  });

  it("keeps the limit of each hour while an alert is open, and the worst hour's numbers", () => {
    const known = { accepted: 5_000, usual: 300, limit: 900, factor: 3, young: false };
    expect(judgeOpenVolume(800, 600, known)).toEqual({ over: false, clear: true, numbers: known });
    expect(judgeOpenVolume(6_000, 400, known).numbers).toEqual({
      ...known,
      accepted: 6_000,
      usual: 400,
      limit: 1_200,
    });
    expect(judgeOpenVolume(60, 20, known)).toMatchObject({ over: false, clear: false });
  });
});

describe("an account's own bursts", () => {
  const history = (...bursts: [number, number][]): number[] => {
    const hours = flat(HISTORY_HOURS, 30);
    for (const [at, count] of bursts) hours[at] = count;
    return hours;
  };

  it("teach the rule by the second largest: one incident excuses no other", () => {
    expect(neededFactor(history([1_000, 3_000]), 3)).toBe(3);
    expect(neededFactor(history([1_000, 3_000], [1_500, 1_800]), 3)).toBe(75);
    expect(neededFactor(history([1_000, 3_000], [1_500, 60]), 3)).toBe(3);
  });

  it("count as one within six hours", () => {
    expect(neededFactor(history([1_000, 3_000], [1_003, 3_000], [1_006, 3_000]), 3)).toBe(3);
    expect(neededFactor(history([1_000, 3_000], [1_007, 3_000]), 3)).toBe(125);
  });

  it("are forgotten after nine weeks", () => {
    const early = HISTORY_HOURS - 9 * WEEK - 1;
    expect(neededFactor(history([early, 3_000], [early - 50, 3_000]), 3)).toBe(3);
  });

  it("are none while an account grows up", () => {
    const hours = [...flat(HISTORY_HOURS - 50, 0), ...flat(50, 400)];
    expect(neededFactor(hours, 3)).toBe(3);
  });
});
