import { describe, expect, it } from "@jest/globals";
import { DAY_MS, HOUR_MS } from "@sendex/kit/day";
import { guidelineOf, isPromoted, type PromotionFacts, unmetRequirements } from "./tier";

const NOW = new Date("2026-03-05T12:00:00.000Z");

function facts(overrides: Partial<PromotionFacts> & { ageMs?: number } = {}): PromotionFacts {
  const { ageMs = 14 * DAY_MS, ...rest } = overrides;
  const createdAt = new Date(NOW.getTime() - ageMs);
  return { tier: "new", suspended: false, createdAt, sent: 100, hurt: 1, ...rest };
}

describe("promotion", () => {
  it("comes with all four requirements met", () => {
    expect(isPromoted(facts(), NOW)).toBe(true);
  });

  it.each([
    ["13 days and 23 hours", 13 * DAY_MS + 23 * HOUR_MS, ["age"]],
    ["a millisecond less than 14 days", 14 * DAY_MS - 1, ["age"]],
    ["14 days", 14 * DAY_MS, []],
  ])("asks for 14 days: %s", (_, ageMs, unmet) => {
    expect(unmetRequirements(facts({ ageMs }), NOW)).toEqual(unmet);
  });

  it.each([
    [99, 0, ["sent"]],
    [100, 0, []],
    [100, 2, ["bounce_rate"]],
    [10_000, 199, []],
    [10_000, 200, ["bounce_rate"]],
    [0, 0, ["sent"]],
  ])("asks for 100 sent and less than 2 %% hurt: %i sent, %i hurt", (sent, hurt, unmet) => {
    expect(unmetRequirements(facts({ sent, hurt }), NOW)).toEqual(unmet);
  });

  it("asks for good standing", () => {
    expect(unmetRequirements(facts({ suspended: true }), NOW)).toEqual(["standing"]);
  });

  it("leaves a tier that is higher already", () => {
    expect(isPromoted(facts({ tier: "trusted" }), NOW)).toBe(false);
  });
});

describe("a guideline", () => {
  it.each([
    ["new", null, 500],
    ["trusted", null, 5_000],
    ["trusted", 20_000, 20_000],
    ["unheard of", null, 500],
  ])("of %s with %s of its own is %i", (tier, own, guideline) => {
    expect(guidelineOf(tier, own)).toBe(guideline);
  });
});
