import { describe, expect, it } from "@jest/globals";
import { HOUR_MS } from "@sendex/kit/day";
import fc from "fast-check";
import type { Range } from "./periods";
import { daysOf, slicesOf } from "./slices";

const START = Date.UTC(2026, 9, 2);
const at = (hours: number): Date => new Date(START + hours * HOUR_MS);
const hoursOf = ({ from, to }: Range): number[] =>
  [from, to].map((edge) => (edge.getTime() - START) / HOUR_MS);

describe("slices", () => {
  const sliced = (recipients: number[], most: number): number[][] => {
    const days = daysOf({ from: at(0), to: at(recipients.length * 24) });
    return slicesOf(
      days.map((day, n) => ({ ...day, recipients: recipients[n] ?? 0 })),
      most,
    ).map(hoursOf);
  };

  it("are days, together where they have little, and in parts where they have much", () => {
    expect(sliced([1, 1, 2], 4)).toEqual([[0, 72]]);
    expect(sliced([3, 2, 0, 9, 0, 1], 4)).toEqual([
      [0, 24],
      [24, 72],
      ...[72, 78, 84].map((hour) => [hour, hour + 6]),
      [90, 120],
      [120, 144],
    ]);
  });

  it("are never shorter than an hour", () => {
    expect(sliced([1_000_000], 1)).toEqual(Array.from({ length: 24 }, (_, hour) => [hour, hour + 1]));
  });

  it("are whole hours that follow each other, whatever the account sent", () => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.integer({ min: 1, max: 90 }),
        fc.array(fc.nat(500)),
        fc.integer({ min: 1, max: 100 }),
        (first, length, recipients, most) => {
          const days = daysOf({ from: at(first), to: at(first + length) });
          const edges = slicesOf(
            days.map((day, n) => ({ ...day, recipients: recipients[n] ?? 0 })),
            most,
          ).map(hoursOf);
          expect(edges[0]?.[0]).toBe(first);
          expect(edges.at(-1)?.[1]).toBe(first + length);
          edges.forEach(([from = 0, to = 0], n) => {
            expect(to).toBeGreaterThan(from);
            expect(to % 1).toBe(0);
            if (n > 0) expect(from).toBe(edges[n - 1]?.[1]);
          });
        },
      ),
    );
  });
});
