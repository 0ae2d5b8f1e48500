import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  combineSuppressions,
  isExpired,
  newSuppression,
  nextTrial,
  normalizeAddress,
  originOf,
  readReason,
  type Suppression,
  SUPPRESSION_REASONS,
  suppressionFor,
} from "./suppressions";

const bounce = (type: string) => ({
  type: "bounced" as const,
  data: { bounce: { type, subType: "General", message: "" } },
});
const complaint = { type: "complained" as const, data: { complaint: { type: "abuse" } } };

describe("suppressionFor", () => {
  test("a permanent bounce and a complaint suppress the address, in lower case", () => {
    expect(suppressionFor(bounce("Permanent"), "Jane@Example.COM")).toEqual({
      address: "jane@example.com",
      reason: "bounce",
    });
    expect(suppressionFor(complaint, "jane@example.com")).toEqual({
      address: "jane@example.com",
      reason: "complaint",
    });
  });

  test.each([
    ["a transient bounce", bounce("Transient")],
    ["an undetermined bounce", bounce("Undetermined")],
    ["a not-spam report", { type: "not_spam" as const, data: { complaint: { type: "not-spam" } } }],
    ["a failure of ours", { type: "failed" as const, data: { reason: "retries_exhausted" } }],
    ["a delivery", { type: "delivered" as const, data: {} }],
    ["an unsubscribe", { type: "unsubscribed" as const, data: {} }],
  ])("%s does not", (_name, item) => {
    expect(suppressionFor(item, "jane@example.com")).toBeUndefined();
  });

  test.each(["success", "bounce", "complaint", "ooto", "suppressionlist"])(
    "the simulator's %s@ never enters the list, with a label it does",
    (box) => {
      const bare = `${box}@simulator.amazonses.com`;
      expect(suppressionFor(bounce("Permanent"), bare)).toBeUndefined();
      expect(suppressionFor(complaint, bare.toUpperCase())).toBeUndefined();
      const labelled = `${box}+label@simulator.amazonses.com`;
      expect(suppressionFor(complaint, labelled)).toEqual({ address: labelled, reason: "complaint" });
    },
  );

  test("a simulator's name at another domain is an address like any other", () => {
    expect(suppressionFor(bounce("Permanent"), "bounce@example.com")?.address).toBe("bounce@example.com");
  });
});

test("addresses compare without case and surrounding space", () => {
  expect(normalizeAddress(" Jane.Doe@Example.Com ")).toBe("jane.doe@example.com");
});

const NOW = new Date("2026-11-22T12:00:00Z");
const DAY = 86_400_000;
const day = (n: number) => new Date(NOW.getTime() + n * DAY);
const when = fc.integer({ min: -100, max: 100 }).map(day);
const entry: fc.Arbitrary<Suppression> = fc
  .record({
    reason: fc.constantFrom(...SUPPRESSION_REASONS),
    source: fc.constantFrom("ses" as const, "ses_list" as const, "api" as const),
    label: fc.option(fc.string({ maxLength: 5 })),
    messageId: fc.option(fc.string({ maxLength: 5 })),
    expiresAt: fc.option(when),
    made: when,
  })
  .map(({ made, ...rest }) => newSuppression(rest, made));
const strength = ({ reason }: Suppression) => SUPPRESSION_REASONS.indexOf(reason);
const end = ({ expiresAt }: Suppression) => expiresAt?.getTime() ?? Infinity;

describe("combineSuppressions", () => {
  test("never weakens what still stands, nor brings its end nearer", () => {
    fc.assert(
      fc.property(entry, entry, (there, incoming) => {
        const both = combineSuppressions(there, incoming, NOW);
        fc.pre(!isExpired(there, NOW));
        expect(strength(both)).toBe(Math.max(strength(there), strength(incoming)));
        if (there.reason === incoming.reason) expect(end(both)).toBe(Math.max(end(there), end(incoming)));
      }),
    );
  });

  test("leaves a complaint exactly as it is, whatever comes", () => {
    fc.assert(
      fc.property(entry, entry, (there, incoming) => {
        fc.pre(there.reason === "complaint");
        expect(combineSuppressions(there, incoming, NOW)).toBe(there);
      }),
    );
  });

  test("takes anything in place of what has expired", () => {
    fc.assert(
      fc.property(entry, entry, (there, incoming) => {
        fc.pre(isExpired(there, NOW));
        expect(combineSuppressions(there, incoming, NOW)).toBe(incoming);
      }),
    );
  });

  test("comes to the same however often it is told the same", () => {
    fc.assert(
      fc.property(entry, entry, (there, incoming) => {
        const once = combineSuppressions(there, incoming, NOW);
        expect(combineSuppressions(once, incoming, NOW)).toEqual(once);
      }),
    );
  });

  test("lets another hard bounce put off the next try, and name its own message", () => {
    const first = newSuppression({ reason: "bounce", source: "ses", messageId: "msg_1" }, day(-50));
    const second = newSuppression({ reason: "bounce", source: "ses", messageId: "msg_2" }, NOW);
    const both = combineSuppressions(first, second, NOW);
    expect(both).toEqual({ ...first, messageId: "msg_2", trialAt: day(30) });
    const tried = { ...first, trialAt: nextTrial(NOW) };
    expect(combineSuppressions(tried, second, NOW).trialAt).toEqual(day(90));
  });

  test("puts the will of a person above a bounce, which never softens it", () => {
    const will = newSuppression({ reason: "unsubscribed", source: "api" }, NOW);
    const bounced = newSuppression({ reason: "bounce", source: "ses" }, NOW);
    expect(combineSuppressions(bounced, will, NOW)).toBe(will);
    expect(combineSuppressions(will, bounced, NOW)).toBe(will);
    expect(will.trialAt).toBeNull();
  });
});

test("a complaint begins without an end, and only a bounce with a time for a try", () => {
  fc.assert(
    fc.property(entry, ({ reason, expiresAt, trialAt }) => {
      if (reason === "complaint") expect(expiresAt).toBeNull();
      expect(trialAt !== null).toBe(reason === "bounce");
    }),
  );
});

test.each([
  ["ses", "bounce", "bounce"],
  ["ses", "complaint", "complaint"],
  ["ses_list", "complaint", "complaint"],
  ["api", "bounce", "manual"],
  ["api", "unsubscribed", "manual"],
] as const)("what %s says of a %s has the origin %s", (source, reason, origin) => {
  expect(originOf({ source, reason })).toBe(origin);
});

test.each([
  ["user_unsubscribed", "unsubscribed"],
  ["Complaint", "complaint"],
  ["hard_bounce", "bounce"],
  ["manual", "manual"],
  ["asked_by_phone", "manual"],
  ["constructor", "manual"],
] as const)("the word %s means %s", (word, reason) => {
  expect(readReason(word)).toBe(reason);
});
