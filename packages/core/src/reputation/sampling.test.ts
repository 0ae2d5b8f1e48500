import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { DAY_MS } from "@sendex/kit/day";
import { isSampled, reviewShare } from "./sampling";

const NOW = new Date("2026-03-05T12:00:00.000Z");
const aged = (ms: number) => new Date(NOW.getTime() - ms);

describe("the sample of the content review", () => {
  it.each([
    ["new", DAY_MS - 1, false, 1_000],
    ["new", DAY_MS, false, 100],
    ["new", DAY_MS, true, 200],
    ["trusted", 30 * DAY_MS, false, 10],
    ["trusted", 30 * DAY_MS, true, 200],
  ])(
    "of an account that is %s, %i ms old, over its guideline: %s, is %i of a thousand",
    (tier, ms, crossed, share) => {
      expect(reviewShare({ tier, createdAt: aged(ms), crossed }, NOW)).toBe(share);
    },
  );

  it("never ends", () => {
    const accounts = fc.record({
      tier: fc.string(),
      createdAt: fc.date({ min: new Date(0), max: NOW, noInvalidDate: true }),
      crossed: fc.boolean(),
    });
    fc.assert(fc.property(accounts, (account) => reviewShare(account, NOW) > 0));
  });

  it("holds a smaller one's messages, all of them at most and none at least", () => {
    const shares = fc.tuple(fc.nat(1_000), fc.nat(1_000));
    fc.assert(
      fc.property(fc.string(), shares, (id, [a, b]) => {
        if (a <= b && isSampled(id, a)) return isSampled(id, b);
        return isSampled(id, 1_000) && !isSampled(id, 0);
      }),
    );
  });

  it("is about as large as it says", () => {
    const digits = "0123456789abcdefghjkmnpqrstvwxyz";
    const ids = Array.from({ length: 20_000 }, (_, i) => {
      const pick = (n: number) => digits.charAt((Math.imul(i + 1, 2_654_435_761) >>> n) & 31);
      return `msg_${[0, 5, 10, 15, 20, 25, 3, 8, 13, 18, 23, 27].map(pick).join("")}`;
    });
    const share = ids.filter((id) => isSampled(id, 100)).length / ids.length;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
  });
});
