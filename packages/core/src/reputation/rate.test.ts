import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  countsInRate,
  culpritOf,
  isAbove,
  judgeRate,
  percentOf,
  rateSpanStart,
  type SourceCounts,
} from "./rate";

describe("the bounce rate", () => {
  it("leaves out what SES did not send for its account's list, and the mailbox simulator's, and nothing else", () => {
    const reasons = ["General", "NoEmail", "Suppressed", "Undetermined", "abuse", undefined];
    for (const reason of reasons)
      expect(countsInRate(reason === undefined ? {} : { reason }, "kim@example.com")).toBe(true);
    expect(countsInRate({ reason: "OnAccountSuppressionList" }, "kim@example.com")).toBe(false);
    expect(countsInRate({ reason: "General" }, "Bounce+a@simulator.amazonses.com")).toBe(false);
  });

  it.each([
    // 49 / 50 sent.
    [49, 49, "good"],
    [50, 3, "suspend"],
    [50, 2, "warn"],
    [50, 1, "good"],
    // 4.00 / 4.01 %.
    [10_000, 400, "warn"],
    [10_000, 401, "suspend"],
    // 2.00 / 2.01 %.
    [10_000, 200, "good"],
    [10_000, 201, "warn"],
    [0, 0, "good"],
  ] as const)("of %i sent and %i hurt is %s", (sent, hurt, verdict) => {
    expect(judgeRate({ sent, hurt })).toBe(verdict);
  });

  it("never gets better with another one hurt, nor worse with another one that is not", () => {
    const order = ["good", "warn", "suspend"];
    const counts = fc
      .record({ sent: fc.integer({ min: 50, max: 1e9 }), hurt: fc.nat(1e7) })
      .filter(({ sent, hurt }) => hurt < sent);
    fc.assert(
      fc.property(counts, ({ sent, hurt }) => {
        const before = order.indexOf(judgeRate({ sent, hurt }));
        return (
          order.indexOf(judgeRate({ sent, hurt: hurt + 1 })) >= before &&
          order.indexOf(judgeRate({ sent: sent + 1, hurt })) <= before
        );
      }),
    );
  });

  it.each([
    [null, "2026-03-01T10:00:00.000Z"],
    ["2026-02-01T00:00:00.000Z", "2026-03-01T10:00:00.000Z"],
    ["2026-03-10T08:00:00.000Z", "2026-03-10T09:00:00.000Z"],
    ["2026-03-10T08:59:59.999Z", "2026-03-10T09:00:00.000Z"],
  ])("after a reinstatement at %s counts from %s on", (reinstated, start) => {
    const now = new Date("2026-03-16T10:30:00.000Z");
    expect(rateSpanStart(now, reinstated === null ? null : new Date(reinstated)).toISOString()).toBe(start);
  });

  it("is shown with two places", () => {
    expect(percentOf({ sent: 10_000, hurt: 401 })).toBe(4.01);
    expect(percentOf({ sent: 0, hurt: 0 })).toBe(0);
  });
});

describe("the source of an account's trouble", () => {
  const key: SourceCounts = { kind: "key", id: "key_a", sent: 100, hurt: 9 };
  const template: SourceCounts = { kind: "template", id: "tpl_a", sent: 80, hurt: 9 };

  it("is the one that is above the threshold while the rest is well below", () => {
    expect(culpritOf({ sent: 400, hurt: 10 }, [key])).toBe(key);
  });

  it("is a template rather than the key that sends it", () => {
    expect(culpritOf({ sent: 400, hurt: 10 }, [key, template])).toBe(template);
  });

  it.each<[string, { sent: number; hurt: number }, SourceCounts]>([
    ["the rest is as bad", { sent: 200, hurt: 18 }, key],
    ["there is next to nothing else", { sent: 149, hurt: 9 }, key],
    ["it has sent too little to tell", { sent: 400, hurt: 10 }, { ...key, sent: 49 }],
    ["it is not above the threshold", { sent: 400, hurt: 9 }, { ...key, hurt: 4 }],
  ])("is nobody where %s", (_, total, source) => {
    expect(culpritOf(total, [source])).toBeUndefined();
  });

  it("leaves an account below the warning once it is away", () => {
    const counts = fc.record({ sent: fc.integer({ min: 0, max: 5_000 }), share: fc.nat(100) });
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 5 }), (all) => {
        const sources = all.map(({ sent, share }, i): SourceCounts => ({
          kind: "key",
          id: `key_${i}`,
          sent,
          hurt: Math.floor((sent * share) / 100),
        }));
        const sum = (pick: (one: SourceCounts) => number) => sources.reduce((so, one) => so + pick(one), 0);
        const total = { sent: sum(({ sent }) => sent), hurt: sum(({ hurt }) => hurt) };
        const found = culpritOf(total, sources);
        if (!found) return true;
        return !isAbove({ sent: total.sent - found.sent, hurt: total.hurt - found.hurt }, 2);
      }),
    );
  });
});
