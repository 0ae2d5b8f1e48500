import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { RETRIES_EXHAUSTED, TIMELINE_TYPES, webhookFor } from "@sendex/core/webhooks/event";
import { idTime } from "@sendex/crypto/token";
import { newAccountEvent, newEntry, newQuietEntry } from "./new-entry";

const NOW = new Date("2026-03-05T12:00:00.000Z");
const SUBJECT = { accountId: "acc_1", messageId: "msg_1", n: 2 };
const type = fc.constantFrom(...TIMELINE_TYPES);
const dialect = fc.constantFrom("sendex" as const, "sendarix" as const);
const data = fc.constantFrom({}, { attempt: 3 }, { reason: RETRIES_EXHAUSTED });

describe("a timeline entry", () => {
  it("carries its subject, its type and its data, and the time of writing in its id", () => {
    const at = new Date(NOW.getTime() - 5_000);
    const { id, ...entry } = newEntry(SUBJECT, "delivered", { attempt: 1 }, NOW, at);
    expect(idTime(id)).toEqual(NOW);
    const webhook = "email.delivered";
    expect(entry).toEqual({ ...SUBJECT, type: "delivered", webhook, at, data: { attempt: 1 } });
  });

  it("causes the webhook event that its type has on the message's surface", () => {
    fc.assert(
      fc.property(type, dialect, data, (one, surface, given) => {
        const { webhook } = newEntry({ ...SUBJECT, dialect: surface }, one, given, NOW);
        expect(webhook).toBe(webhookFor(one, surface, given) ?? null);
      }),
    );
  });

  it("is for the timeline alone where it is quiet, and else the same", () => {
    fc.assert(
      fc.property(type, dialect, data, (one, surface, given) => {
        const subject = { ...SUBJECT, dialect: surface };
        const { id: _, ...quiet } = newQuietEntry(subject, one, given, NOW);
        const { id: __, ...loud } = newEntry(subject, one, given, NOW);
        expect(quiet).toEqual({ ...loud, webhook: null });
      }),
    );
  });

  it("written later within a millisecond has the greater id", () => {
    const [first, second] = [newEntry(SUBJECT, "attempt", {}, NOW), newEntry(SUBJECT, "sent", {}, NOW)];
    expect(first.id < second.id).toBe(true);
  });
});

it("an event about an account or a domain has its type from its name", () => {
  const subject = { accountId: "acc_1", subjectType: "domain", subjectId: "dom_1" } as const;
  const { id, ...event } = newAccountEvent(subject, "domain.verified", { name: "a.example" }, NOW);
  expect(idTime(id)).toEqual(NOW);
  const told = { type: "verified", webhook: "domain.verified", at: NOW, data: { name: "a.example" } };
  expect(event).toEqual({ ...subject, ...told });
});
