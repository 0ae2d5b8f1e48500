import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { AlertDimension } from "./kinds";
import { narrowest, type Suspect } from "./narrowest";
import { judgeRate, rateLimit, type Tallies, usualShare } from "./rate";
import { lowerBound } from "./wilson";

const none = { sent: 0, affected: 0 };
const tallies = (some: Partial<Tallies>): Tallies => ({ 1: none, 6: none, 24: none, ...some });
const all = (sent: number, affected: number): Tallies => {
  const one = { sent, affected };
  return { 1: one, 6: one, 24: one };
};
const five = { limit: 0.05, usual: null };

describe("what a share is at least", () => {
  it("is Wilson's lower bound", () => {
    expect(lowerBound(10, 100)).toBeCloseTo(0.0405, 3);
    expect(lowerBound(0, 100)).toBe(0);
    expect(lowerBound(3, 3)).toBeCloseTo(0.25, 2);
  });

  it("is below what was seen, and nears it with more mail", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sent, share) => {
          const affected = Math.floor(sent * share);
          const bound = lowerBound(affected, sent);
          expect(bound).toBeLessThanOrEqual(affected / sent);
          expect(lowerBound(affected * 4, sent * 4)).toBeGreaterThanOrEqual(bound - 1e-12);
        },
      ),
    );
  });
});

describe("a rate", () => {
  it("is judged from 50 mails and 3 on", () => {
    expect(judgeRate("bounce_rate", all(49, 49), five).over).toBe(false);
    expect(judgeRate("bounce_rate", all(50, 20), five).over).toBe(true);
    expect(judgeRate("complaint_rate", all(60, 2), { limit: 0.003, usual: null }).over).toBe(false);
    expect(judgeRate("deferrals", all(20, 15), { limit: 0.2, usual: null }).over).toBe(true);
  });

  it("needs three times the usual, or half of what is left", () => {
    expect(rateLimit(5, null)).toBe(0.05);
    expect(rateLimit(5, 0.01)).toBe(0.05);
    expect(rateLimit(5, 0.04)).toBeCloseTo(0.12);
    expect(rateLimit(5, 0.5)).toBeCloseTo(0.75);
    expect(usualShare({ sent: 49, affected: 49 })).toBeNull();
    expect(usualShare({ sent: 100, affected: 4 })).toBe(0.04);
  });

  it("says the window that proves most, with its numbers", () => {
    const judged = judgeRate(
      "bounce_rate",
      tallies({
        1: { sent: 60, affected: 12 },
        6: { sent: 500, affected: 90 },
        24: { sent: 5_000, affected: 90 },
      }),
      { limit: 0.05, usual: 0.008 },
    );
    expect(judged).toMatchObject({
      ...{ over: true, clear: false, gone: false },
      numbers: { hours: 6, sent: 500, affected: 90, percent: 18, usual_percent: 0.8, limit_percent: 5 },
    });
  });

  it("is over by nothing but mail of hours ago no more", () => {
    const past = { 6: { sent: 400, affected: 150 }, 24: { sent: 900, affected: 150 } };
    const later = judgeRate("bounce_rate", tallies({ 1: { sent: 100, affected: 1 }, ...past }), five);
    expect(later).toMatchObject({ over: false, clear: true });
    const doubtful = judgeRate("bounce_rate", tallies({ 1: { sent: 30, affected: 1 }, ...past }), five);
    expect(doubtful).toMatchObject({ over: false, clear: false });
  });

  it("is clear below half of its limit, and gone where nothing was sent for six hours", () => {
    expect(judgeRate("bounce_rate", tallies({ 1: { sent: 100, affected: 2 } }), five).clear).toBe(true);
    expect(
      judgeRate(
        "bounce_rate",
        tallies({ 1: { sent: 100, affected: 3 }, 6: { sent: 100, affected: 3 } }),
        five,
      ),
    ).toMatchObject({
      clear: false,
      gone: false,
    });
    expect(judgeRate("bounce_rate", tallies({ 24: { sent: 900, affected: 300 } }), five)).toMatchObject({
      ...{ over: false, clear: true, gone: true },
    });
  });
});

describe("the narrowest causes", () => {
  const suspect = (dimension: AlertDimension, value: string, sent: number, affected: number): Suspect => ({
    ...{ dimension, value, tallies: all(sent, affected), bound: lowerBound(affected, sent) },
    ...{ limit: 0.05, hours: 1 },
  });
  const names = (suspects: Suspect[], open: Suspect[] = []): string[] =>
    narrowest("bounce_rate", suspects, open).map(({ value }) => value);

  it("are the template that makes its domain and its providers bounce", () => {
    const parts = [
      suspect("domain", "a.example", 1_000, 120),
      suspect("provider", "google", 600, 70),
      suspect("template", "tpl_news", 200, 110),
    ];
    expect(names(parts)).toEqual(["tpl_news"]);
  });

  it("are two where one does not explain the other", () => {
    const parts = [suspect("domain", "a.example", 2_000, 500), suspect("template", "tpl_news", 200, 110)];
    expect(names(parts)).toEqual(["tpl_news", "a.example"]);
    expect(names([suspect("template", "a", 100, 50), suspect("template", "b", 100, 40)])).toEqual(["a", "b"]);
  });

  it("prefer a template to a domain that is the same mail", () => {
    expect(names([suspect("domain", "a.example", 200, 80), suspect("template", "tpl", 200, 80)])).toEqual([
      "tpl",
    ]);
  });

  it("are none that an open alert explains", () => {
    const open = suspect("template", "tpl_news", 200, 110);
    expect(names([suspect("domain", "a.example", 1_000, 120)], [open])).toEqual([]);
  });
});
