import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { betterOf, decidesAt, isClear, partOf, testPhase, type TestState, variantOf } from "./subject-test";

const test = { subject: "Other", percent: 20, hours: 4, by: "opened" as const };
const begun: TestState = { subjectTest: test, testEndedAt: null, winner: null };
const ended = { ...begun, testEndedAt: new Date("2026-12-01T10:00:00Z") };
const decided = { ...ended, winner: "b" as const };
const counts = (delivered: number, opened: number) => ({ delivered, opened, clicked: 0 });

describe("a test of two subjects", () => {
  it("goes out, waits, and is decided", () => {
    expect(testPhase({ ...begun, subjectTest: null })).toBeUndefined();
    expect([begun, ended, decided].map(testPhase)).toEqual(["testing", "waiting", "decided"]);
    expect([begun, ended, decided].map(partOf)).toEqual([
      { inTest: true, percent: 20 },
      { inTest: true, percent: 20 },
      { inTest: false, percent: 20 },
    ]);
    expect(decidesAt(begun)).toBeNull();
    expect(decidesAt(ended)).toEqual(new Date("2026-12-01T14:00:00Z"));
    expect(decidesAt({ ...ended, subjectTest: { ...test, percent: 100 } })).toBeNull();
  });

  it("gives either subject to half of each part, and the rest the winner's", () => {
    const lots = Array.from({ length: 1_000 }, (_, lot) => lot);
    const inTest = lots.filter((lot) => lot % 100 < 20);
    const withA = inTest.filter((lot) => variantOf(begun, lot) === "a");
    expect([inTest.length, withA.length]).toEqual([200, 100]);
    expect(new Set(lots.map((lot) => variantOf(decided, lot)))).toEqual(new Set(["b"]));
    expect(variantOf({ ...begun, subjectTest: null }, 7)).toBeUndefined();
  });

  it("is won by the larger share, and by the first subject where there is none", () => {
    expect(betterOf("opened", counts(100, 20), counts(100, 21))).toBe("b");
    expect(betterOf("opened", counts(50, 20), counts(100, 21))).toBe("a");
    expect(betterOf("opened", counts(100, 20), counts(100, 20))).toBe("a");
    expect(betterOf("opened", counts(0, 0), counts(0, 0))).toBe("a");
    expect(betterOf("opened", counts(0, 0), counts(5, 1))).toBe("a");
    expect(betterOf("clicked", counts(100, 20), counts(100, 50))).toBe("a");
  });

  it("is clear only where chance would seldom do it", () => {
    expect(isClear("opened", counts(1_000, 200), counts(1_000, 260))).toBe(true);
    expect(isClear("opened", counts(1_000, 200), counts(1_000, 220))).toBe(false);
    expect(isClear("opened", counts(0, 0), counts(10, 5))).toBe(false);
    expect(isClear("opened", counts(10, 10), counts(10, 10))).toBe(false);
  });

  it("is as clear whichever subject is the first", () => {
    const shares = fc
      .integer({ min: 0, max: 5_000 })
      .chain((delivered) =>
        fc.integer({ min: 0, max: delivered }).map((opened) => counts(delivered, opened)),
      );
    fc.assert(
      fc.property(shares, shares, (a, b) => {
        expect(isClear("opened", a, b)).toBe(isClear("opened", b, a));
      }),
    );
  });
});
