import { expect, test } from "@jest/globals";
import type { LedgerLine } from "../sandbox";
import { count, p99 } from "./judge";
import type { Told } from "./told";

function ledger(...ids: string[]): LedgerLine[] {
  const line = { messageId: "", at: "", from: "", to: [], subject: "" };
  return ids.map((id, n) => ({ ...line, n, tags: { "sendex-message": id } }));
}

function told(events: Record<string, string[]>): Told {
  return { about: (id) => new Map((events[id] ?? []).map((event, i) => [`evt_${i}`, event])) };
}

const WELL = ["email.queued", "email.sent", "email.delivered"];

test("what was taken once and told once is neither lost nor doubled", () => {
  expect(count(ledger("a"), told({ a: WELL }), ["a"])).toEqual({ lost: 0, duplicated: 0, toldTwice: 0 });
});

test("lost is what no end was told of, and what was told as delivered though SES never took it", () => {
  const counts = count(ledger("a"), told({ a: ["email.queued", "email.sent"], b: WELL }), ["a", "b"]);
  expect(counts.lost).toBe(2);
});

test("where SES publishes nothing, sent is an end", () => {
  expect(count(ledger("a"), told({ a: ["email.sent"] }), ["a"], true).lost).toBe(0);
});

test("what failed and never left is not lost", () => {
  expect(count([], told({ a: ["email.queued", "email.failed"] }), ["a"]).lost).toBe(0);
});

test("every copy beyond the first counts, of messages that nobody was told of too", () => {
  expect(count(ledger("a", "a", "a", "b", "b"), told({ a: WELL }), ["a"]).duplicated).toBe(3);
});

test("an event told under two ids counts", () => {
  expect(count(ledger("a"), told({ a: [...WELL, "email.sent"] }), ["a"]).toldTwice).toBe(1);
});

test("p99 is a value that occurred", () => {
  expect(p99([])).toBe(0);
  expect(p99([5])).toBe(5);
  expect(p99(Array.from({ length: 200 }, (_, i) => i + 1))).toBe(198);
});
