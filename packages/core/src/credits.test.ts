import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { creditsFor, enter, isRefundable, nextLook, takeFitting, type CreditMovement } from "./credits";

const NOW = new Date("2026-11-22T12:00:00.000Z");

describe("what fits", () => {
  it("costs a credit a recipient", () => {
    expect(creditsFor([{ recipients: [1, 2] }, { recipients: [1] }])).toBe(3);
    expect(creditsFor([])).toBe(0);
  });

  it("goes in order, and past what is too dear", () => {
    const waiting = [
      { accountId: "a", need: 2 },
      { accountId: "a", need: 9 },
      { accountId: "b", need: 1 },
      { accountId: "a", need: 1 },
      { accountId: "a", need: 1 },
    ];
    const { fitting, left } = takeFitting(waiting, new Map([["a", 3]]));
    expect(fitting).toEqual([waiting[0], waiting[2], waiting[3]]);
    expect(left).toEqual([waiting[1], waiting[4]]);
  });

  it("is everything without a ledger", () => {
    const waiting = [{ accountId: "a", need: 5_000 }];
    expect(takeFitting(waiting, new Map([["a", null]])).left).toEqual([]);
    expect(takeFitting(waiting, new Map()).left).toEqual([]);
  });
});

describe("the ledger", () => {
  it("refuses to go below zero", () => {
    const debit: CreditMovement = { accountId: "a", kind: "debit", amount: -3 };
    expect(() => enter(new Map([["a", 2]]), [debit])).toThrow(RangeError);
  });

  it("never goes below zero, and its lines add up to its balance, whatever comes in which order", () => {
    const account = fc.constantFrom("a", "b");
    const act = fc.oneof(
      fc.record({
        kind: fc.constant("grant" as const),
        accountId: account,
        need: fc.integer({ min: 1, max: 20 }),
      }),
      fc.record({
        kind: fc.constant("debit" as const),
        accountId: account,
        need: fc.integer({ min: 0, max: 20 }),
      }),
      fc.record({
        kind: fc.constant("refund" as const),
        accountId: account,
        need: fc.integer({ min: 1, max: 20 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(act, { maxLength: 8 }), { maxLength: 12 }), (transactions) => {
        const balances = new Map([
          ["a", 0],
          ["b", 0],
        ]);
        const lines: (CreditMovement & { balance: number })[] = [];
        for (const acts of transactions) {
          const { fitting } = takeFitting(
            acts.filter(({ kind }) => kind === "debit"),
            balances,
          );
          const movements = acts
            .filter((one) => one.kind !== "debit" || fitting.includes(one))
            .filter(({ need }) => need > 0)
            .sort((one, other) => Number(one.kind !== "debit") - Number(other.kind !== "debit"))
            .map(({ kind, accountId, need }) => ({
              kind,
              accountId,
              amount: kind === "debit" ? -need : need,
            }));
          const entered = enter(balances, movements);
          for (const { accountId, balance } of entered) balances.set(accountId, balance);
          lines.push(...entered);
        }
        for (const [accountId, balance] of balances) {
          const own = lines.filter((line) => line.accountId === accountId);
          expect(own.reduce((sum, { amount }) => sum + amount, 0)).toBe(balance);
          expect(own.every((line) => line.balance >= 0)).toBe(true);
        }
      }),
    );
  });
});

describe("a refund", () => {
  it.each([
    ["suppressed", null, false, true],
    ["cancelled", null, true, true],
    ["failed", null, false, true],
    ["failed", null, true, false],
    ["failed", NOW, false, false],
    ["sent", NOW, false, false],
    ["bounced", NOW, false, false],
    ["complained", NOW, false, false],
    ["delivered", NOW, false, false],
    ["deferred", NOW, false, false],
  ] as const)("for %s, sent at %s, unclear %s: %s", (status, sentAt, unclear, given) => {
    expect(isRefundable({ status, sentAt, unclear })).toBe(given);
  });
});

describe("the next look at a message", () => {
  const ago = (ms: number) => new Date(NOW.getTime() - ms);
  const after = (ms: number) => new Date(NOW.getTime() + ms);

  it("comes a minute later at first, then as much later as it is old, and at least every hour", () => {
    expect(nextLook({ acceptedAt: ago(1_000), dueAt: null }, NOW, 1)).toEqual(after(60_000));
    expect(nextLook({ acceptedAt: ago(600_000), dueAt: null }, NOW, 1)).toEqual(after(600_000));
    expect(nextLook({ acceptedAt: ago(86_400_000), dueAt: null }, NOW, 1)).toEqual(after(3_600_000));
  });

  it("does not come before what it waits for", () => {
    const dueAt = after(86_400_000);
    expect(nextLook({ acceptedAt: ago(0), dueAt }, NOW, 1)).toEqual(after(86_460_000));
  });

  it("is scaled", () => {
    expect(nextLook({ acceptedAt: ago(0), dueAt: null }, NOW, 0.1)).toEqual(after(6_000));
  });
});
