import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { fairShare, FIRST_WINDOW, inTurns, nextWindow } from "./admission";

const turns = (window: number, count: number, seen: Parameters<typeof nextWindow>[1]): number => {
  let next = window;
  for (let i = 0; i < count; i += 1) next = nextWindow(next, seen);
  return next;
};

describe("nextWindow", () => {
  it("comes to about a second of what is taken while the queue never runs empty", () => {
    expect(turns(FIRST_WINDOW, 50, { taken: 20, seconds: 0.2, waiting: 50 })).toBeCloseTo(100, 0);
    expect(turns(FIRST_WINDOW, 50, { taken: 200, seconds: 0.2, waiting: 50 })).toBeCloseTo(1000, 0);
  });

  it("grows at once when the queue ran empty", () => {
    expect(nextWindow(100, { taken: 100, seconds: 0.2, waiting: 0 })).toBe(1000);
  });

  it("shrinks to its least while nobody takes, and stays where nothing waits", () => {
    expect(turns(2_000, 100, { taken: 0, seconds: 0.2, waiting: 5 })).toBe(40);
    expect(turns(700, 100, { taken: 0, seconds: 0.2, waiting: 0 })).toBe(700);
  });

  it("keeps its bounds whatever is seen", () => {
    const seen = fc.record({
      taken: fc.nat(1_000_000),
      seconds: fc.double({ min: 0, max: 3600, noNaN: true }),
      waiting: fc.nat(5_000),
    });
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 2_000 }), seen, (window, one) => {
        const next = nextWindow(window, one);
        expect(next).toBeGreaterThanOrEqual(40);
        expect(next).toBeLessThanOrEqual(2_000);
      }),
    );
  });
});

describe("fairShare", () => {
  it("divides the room, and leaves each at least one", () => {
    expect(fairShare(100, 3)).toBe(33);
    expect(fairShare(2, 10)).toBe(1);
    expect(fairShare(5, 0)).toBe(5);
  });
});

describe("inTurns", () => {
  const item = fc.record({ accountId: fc.constantFrom("a", "b", "c"), n: fc.nat() });

  it("takes one of each account, then the next of each", () => {
    const items = ["a", "a", "a", "b", "c", "b"].map((accountId, n) => ({ accountId, n }));
    expect(inTurns(items).map(({ accountId, n }) => `${accountId}${n}`)).toEqual([
      "a0",
      "b3",
      "c4",
      "a1",
      "b5",
      "a2",
    ]);
  });

  it("loses nothing and keeps each account's order", () => {
    fc.assert(
      fc.property(fc.array(item), (items) => {
        const turned = inTurns(items);
        for (const account of ["a", "b", "c"])
          expect(turned.filter(({ accountId }) => accountId === account)).toEqual(
            items.filter(({ accountId }) => accountId === account),
          );
        expect(turned).toHaveLength(items.length);
      }),
    );
  });
});
