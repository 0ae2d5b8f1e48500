import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { RETRIES_EXHAUSTED } from "@sendex/core/webhooks/event";
import type { Dialect } from "@sendex/core/accepting/message";
import { MESSAGE_PRECEDENCE, RECIPIENT_STATUSES } from "@sendex/core/reports/status";
import { type ShownRecipient, messageStatusOn, statusFilter, statusOn, statusWords } from "./words";
import type { StatusCondition } from "@sendex/core/messages/status-filter";

const plain = { ladderStep: 0, reason: null };
const dialect = fc.constantFrom<Dialect>("sendex", "sendarix");
const recipient: fc.Arbitrary<ShownRecipient> = fc.record({
  status: fc.constantFrom(...RECIPIENT_STATUSES),
  ladderStep: fc.constantFrom(0, 1, 5),
  reason: fc.constantFrom(null, "rejected", RETRIES_EXHAUSTED),
});

describe("statusOn", () => {
  test.each(RECIPIENT_STATUSES)("Sendex shows %s as it is stored", (status) => {
    const waiting = { status, ladderStep: 3, reason: RETRIES_EXHAUSTED, dialect: "sendarix" as const };
    expect(statusOn("sendex", waiting)).toBe(status);
  });

  test.each([
    ["sent", "accepted"],
    ["sending", "queued"],
    ["queued", "queued"],
    ["scheduled", "scheduled"],
    ["held", "held"],
    ["deferred", "deferred"],
    ["delivered", "delivered"],
    ["bounced", "bounced"],
    ["complained", "complained"],
    ["failed", "failed"],
    ["suppressed", "suppressed"],
    ["cancelled", "cancelled"],
  ] as const)("Sendarix shows %s as %s", (status, word) => {
    expect(statusOn("sendarix", { ...plain, status, dialect: "sendarix" })).toBe(word);
  });

  test("Sendarix shows a recipient that waits for a retry as deferred", () => {
    expect(statusOn("sendarix", { ...plain, status: "queued", ladderStep: 1, dialect: "sendex" })).toBe(
      "deferred",
    );
  });

  test("spent retries are a bounce on Sendarix, for messages accepted there", () => {
    const spent = { status: "failed", ladderStep: 6, reason: RETRIES_EXHAUSTED } as const;
    expect(statusOn("sendarix", { ...spent, dialect: "sendarix" })).toBe("bounced");
    expect(statusOn("sendarix", { ...spent, dialect: "sendex" })).toBe("failed");
  });
});

describe("messageStatusOn", () => {
  test("on Sendex it is the first in the precedence that a recipient has", () => {
    fc.assert(
      fc.property(dialect, fc.array(recipient, { minLength: 1 }), (accepted, recipients) => {
        const first = MESSAGE_PRECEDENCE.find((word) => recipients.some(({ status }) => status === word));
        expect(messageStatusOn("sendex", accepted, recipients)).toBe(first);
      }),
    );
  });

  test("no recipients read as queued", () => {
    expect(messageStatusOn("sendex", "sendex", [])).toBe("queued");
  });

  test("a message is queued while one recipient is, though another waits for a retry", () => {
    const recipients: ShownRecipient[] = [
      { status: "queued", ladderStep: 2, reason: null },
      { status: "queued", ladderStep: 0, reason: null },
    ];
    expect(messageStatusOn("sendarix", "sendarix", recipients)).toBe("queued");
    expect(messageStatusOn("sendarix", "sendarix", recipients.slice(0, 1))).toBe("deferred");
  });
});

describe("statusFilter", () => {
  test.each([
    ["sendex", "accepted"],
    ["sendarix", "sent"],
    ["sendarix", "sending"],
    ["sendex", "opened"],
    ["sendex", ""],
    ["sendex", "constructor"],
    ["sendarix", "__proto__"],
  ] as const)("%s does not know %p", (surface, word) => {
    expect(statusFilter(surface, word)).toBeUndefined();
  });

  test("exactly one word's filter finds a message: the one that it shows", () => {
    fc.assert(
      fc.property(
        dialect,
        dialect,
        fc.array(recipient, { minLength: 1, maxLength: 5 }),
        (surface, accepted, all) => {
          const found = statusWords(surface).filter((word) => isFound(surface, word, accepted, all));
          expect(found).toEqual([messageStatusOn(surface, accepted, all)]);
        },
      ),
    );
  });
});

function isFound(surface: Dialect, word: string, accepted: Dialect, all: ShownRecipient[]): boolean {
  const filter = statusFilter(surface, word);
  if (filter === undefined) return false;
  const meetsOne = (conditions: StatusCondition[]) =>
    all.some((one) => conditions.some((condition) => meets(condition, one, accepted)));
  return meetsOne(filter.some) && !meetsOne(filter.none);
}

/** What the SQL of a list does with a condition. */
function meets(condition: StatusCondition, one: ShownRecipient, accepted: Dialect): boolean {
  const exhausted = accepted === "sendarix" && one.reason === RETRIES_EXHAUSTED;
  return (
    condition.statuses.includes(one.status) &&
    (condition.waiting ?? one.ladderStep > 0) === one.ladderStep > 0 &&
    (condition.exhausted ?? exhausted) === exhausted
  );
}
