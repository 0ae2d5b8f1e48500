import { expect, test } from "@jest/globals";
import { type BroadcastFacts, checkBroadcast } from "./broadcast-checks";
import { CHECKS } from "./check";

const WELL: BroadcastFacts = {
  ...{
    domain: "news.example",
    verified: true,
    dmarc: ["v=DMARC1; p=none;"],
    delivered: 10_000,
    complained: 5,
  },
  ...{ html: '<a href="{{{unsubscribe_url}}}">', text: "", readers: 6_000 },
  ...{ look: { links: [], images: [], texts: [] }, missing: { unknown: [], empty: [] } },
};

const levels = (facts: Partial<BroadcastFacts>) =>
  Object.fromEntries(
    checkBroadcast({ ...WELL, ...facts }).flatMap(({ check, level }) =>
      level === "ok" ? [] : [[check, level]],
    ),
  );

test("what is well is well, in a fixed order", () => {
  expect(checkBroadcast(WELL).map(({ check }) => check)).toEqual([...CHECKS]);
  expect(levels({})).toEqual({});
});

test.each<[Partial<BroadcastFacts>, Record<string, string>]>([
  [{ verified: false }, { domain: "error" }],
  [{ dmarc: [] }, { dmarc: "error" }],
  [{ dmarc: ["v=DMARC10"] }, { dmarc: "error" }],
  [{ dmarc: [], readers: 4_999 }, { dmarc: "warning" }],
  [{ dmarc: undefined }, { dmarc: "warning" }],
  [{ complained: 10 }, { complaint_rate: "warning" }],
  [{ complained: 30 }, { complaint_rate: "error" }],
  [{ complained: 3, delivered: 900 }, { complaint_rate: "warning" }],
  [{ complained: 1, delivered: 100 }, {}],
  [{ html: "<p>" }, { unsubscribe: "warning" }],
  [{ text: "{{{RESEND_UNSUBSCRIBE_URL}}}", html: "" }, {}],
  [{ html: `{{ unsubscribe_url }}${"é".repeat(52 * 1024)}` }, { size: "warning" }],
  [{ readers: 0 }, { audience: "warning" }],
])("what is not is told: %j", (facts, expected) => {
  expect(levels(facts)).toEqual(expected);
});

test("what is not well says what to do about it", () => {
  const all = checkBroadcast({
    ...{ domain: undefined, verified: false, dmarc: [], delivered: 1_000, complained: 900 },
    ...{ html: "x".repeat(200_000), text: "", readers: 0, missing: { unknown: ["plam"], empty: [] } },
    look: {
      links: ["#"],
      images: [{ src: "a.png", alt: null }],
      texts: [{ text: "pale", color: "#eeeeee", background: "#ffffff" }],
    },
  });
  for (const { level, remedy } of all) expect([level === "ok", remedy === null]).toEqual([false, false]);
});
