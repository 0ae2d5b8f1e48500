import { describe, expect, it } from "@jest/globals";
import { HOUR_MS } from "@sendex/kit/day";
import fc from "fast-check";
import { CLEAR_MS, isSameAgain, nextStep, REOPEN_MS } from "./step";

const MINUTE_MS = 60_000;
const at = (ms: number): Date => new Date(ms);
const state = fc.constantFrom("over", "between", "clear", "gone");

/** What an alert goes through, with one look a minute, or fewer. */
function play(looks: readonly (readonly [string, number])[]): { opened: number[]; closed: number[] } {
  const [opened, closed]: [number[], number[]] = [[], []];
  let standing: { lastSeenAt: Date } | undefined;
  let now = 0;
  for (const [word, minutes] of looks) {
    now += minutes * MINUTE_MS;
    const judged = {
      over: word === "over",
      clear: word === "clear" || word === "gone",
      gone: word === "gone",
    };
    const step = nextStep(standing, { kind: "bounce_rate", ...judged }, at(now));
    if (step === "open" || step === "keep") standing = { lastSeenAt: at(now) };
    if (step === "open") opened.push(now);
    if (step === "close") {
      closed.push(now);
      standing = undefined;
    }
  }
  return { opened, closed };
}

describe("an alert", () => {
  it("does not flap: whatever is seen, two openings are as far apart as its cause has to be clear", () => {
    const looks = fc.array(fc.tuple(state, fc.integer({ min: 1, max: 40 })), { maxLength: 400 });
    fc.assert(
      fc.property(looks, (all) => {
        const { opened, closed } = play(all.filter(([word]) => word !== "gone"));
        for (const times of [opened, closed])
          for (let i = 1; i < times.length; i += 1)
            expect((times[i] ?? 0) - (times[i - 1] ?? 0)).toBeGreaterThanOrEqual(CLEAR_MS.bounce_rate);
      }),
    );
  });

  it("opens and closes in turns", () => {
    const looks = fc.array(fc.tuple(state, fc.integer({ min: 1, max: 300 })), { maxLength: 200 });
    fc.assert(
      fc.property(looks, (all) => {
        const { opened, closed } = play(all);
        expect([0, 1]).toContain(opened.length - closed.length);
        closed.forEach((time, i) => expect(time).toBeGreaterThan(opened[i] ?? Infinity));
      }),
    );
  });

  it("closes once its cause was clear for two hours, and at once where there is nothing left to watch", () => {
    const standing = { lastSeenAt: at(0) };
    const clear = { kind: "volume", over: false, clear: true, gone: false } as const;
    expect(nextStep(standing, clear, at(2 * HOUR_MS - 1))).toBe("wait");
    expect(nextStep(standing, clear, at(2 * HOUR_MS))).toBe("close");
    expect(nextStep(standing, { ...clear, gone: true }, at(1))).toBe("close");
  });

  it("stays as it is between its thresholds, and is not opened there", () => {
    const between = { kind: "volume", over: false, clear: false, gone: false } as const;
    expect(nextStep({ lastSeenAt: at(0) }, between, at(90 * HOUR_MS))).toBe("keep");
    expect(nextStep(undefined, between, at(0))).toBe("none");
  });

  it("is the same again within a day of its closing", () => {
    expect(isSameAgain({ closedAt: at(0) }, at(REOPEN_MS - 1))).toBe(true);
    expect(isSameAgain({ closedAt: at(0) }, at(REOPEN_MS))).toBe(false);
    expect(isSameAgain({ closedAt: null }, at(0))).toBe(false);
  });
});
