import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { RETRIES_EXHAUSTED } from "../webhooks/event";
import { LADDERS } from "./ladder";
import { PRIORITIES } from "../accepting/message";
import { OUTCOME_UNKNOWN, type UnknownOutcome, settleMs, settleUnknown } from "./unknown";

const first: UnknownOutcome = { policy: "resend", ladder: "sendex", ladderStep: 0, priority: "standard" };

describe("settleMs", () => {
  test.each([
    ["critical", 15_000],
    ["standard", 120_000],
    ["bulk", 120_000],
  ] as const)("waits for SES's word on %s mail %d ms", (priority, ms) => {
    expect(settleMs(priority, 1)).toBe(ms);
    expect(settleMs(priority, 0.5)).toBe(ms / 2);
  });

  test("leaves SES's event a second even in a drill", () => {
    expect(settleMs("critical", 0.001)).toBe(1_000);
  });
});

describe("settleUnknown", () => {
  test.each(PRIORITIES)("sends %s mail again at once after its first unknown outcome", (priority) => {
    expect(settleUnknown({ ...first, priority })).toEqual({ kind: "resend", ladderStep: 1, delayMs: 0 });
  });

  test("fails where the account prefers at most once", () => {
    expect(settleUnknown({ ...first, policy: "fail" })).toEqual({ kind: "fail", reason: OUTCOME_UNKNOWN });
  });

  test("counts the settling time as part of the ladder's delay", () => {
    const fifth = { ...first, ladderStep: 4 };
    expect(settleUnknown(fifth)).toEqual({ kind: "resend", ladderStep: 5, delayMs: 360_000 });
    expect(settleUnknown({ ...first, ladder: "sendarix", ladderStep: 1, priority: "critical" })).toEqual({
      kind: "resend",
      ladderStep: 2,
      delayMs: 285_000,
    });
  });

  test("gives up with the ladder", () => {
    const last = { ...first, ladder: "sendarix" as const, ladderStep: 5 };
    expect(settleUnknown(last)).toEqual({ kind: "fail", reason: RETRIES_EXHAUSTED });
  });

  test("an SES that never answers is sent a mail as often as the ladder has attempts, and no more", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("sendex" as const, "sendarix" as const),
        fc.constantFrom(...PRIORITIES),
        (ladder, priority) => {
          let ladderStep = 0;
          let attempts = 1;
          for (;;) {
            const decision = settleUnknown({ policy: "resend", ladder, ladderStep, priority });
            if (decision.kind === "fail") break;
            expect(decision.delayMs).toBeGreaterThanOrEqual(0);
            ladderStep = decision.ladderStep;
            attempts += 1;
          }
          expect(attempts).toBe(LADDERS[ladder].length + 1);
        },
      ),
    );
  });
});
