import { describe, expect, it } from "@jest/globals";
import { delayAfter, LADDERS } from "@sendex/core/sending/ladder";
import type { Dialect } from "@sendex/core/accepting/message";
import type { SesAnswer } from "@sendex/core/ports";
import type { Claim } from "@sendex/data/sending/claim";
import { answerResult, PROBE_MS } from "./answer-result";

const NOW = new Date("2026-03-05T12:00:00.000Z");

function claim(overrides: Partial<Claim> = {}): Claim {
  return {
    accountId: "acc_1",
    messageId: "msg_1",
    n: 0,
    attempt: 1,
    address: "a@b.example",
    kind: "to",
    ladderStep: 0,
    reason: null,
    priority: "standard",
    route: "ses",
    dialect: "sendex",
    mode: "live",
    from: "c@d.example",
    fromDomain: "d.example",
    addresses: { to: [], cc: [], bcc: [], replyTo: [] },
    recipientCount: 1,
    subject: "s",
    templateId: null,
    keyId: "key_1",
    createdAt: NOW,
    trace: null,
    topicId: null,
    dataKey: new Uint8Array(),
    body: null,
    ...overrides,
  };
}

function result(answer: SesAnswer, overrides: Partial<Claim> = {}, scale = 1) {
  return answerResult({ claim: claim(overrides), answer, calledAt: NOW, now: NOW, scale });
}

const RETRY: SesAnswer = { kind: "retry", code: "InternalFailure", detail: "oops", alert: false };

describe("answerResult", () => {
  it("marks what SES took as sent, with its id, an entry, a webhook and a count", () => {
    const { next, outcome, events, facts, attemptEvent } = result({ kind: "sent", sesMessageId: "ses-1" });
    expect(next).toMatchObject({ status: "sent", sentAt: NOW, dueAt: null, leaseUntil: null, ladderStep: 0 });
    expect(outcome).toEqual({ kind: "sent", code: null, detail: null, sesMessageId: "ses-1" });
    expect(events.map(({ type, webhook }) => [type, webhook])).toEqual([["sent", "email.sent"]]);
    expect(attemptEvent).toMatchObject({
      type: "attempt",
      webhook: null,
      data: { attempt: 1, sesMessageId: "ses-1" },
    });
    expect(facts).toEqual([
      {
        accountId: "acc_1",
        hour: NOW,
        mode: "live",
        event: "sent",
        domain: "d.example",
        template: "",
        keyId: "key_1",
      },
    ]);
  });

  it("puts the attempt before what it brought, by id", () => {
    const { attemptEvent, events } = result({ kind: "sent", sesMessageId: "ses-1" });
    expect(events.every(({ id }) => id > attemptEvent.id)).toBe(true);
  });

  it("waits a second after a throttle, and uses no step of the ladder", () => {
    const { next, events, attemptEvent } = result(
      { kind: "throttled", code: "Throttling", detail: "too fast" },
      { ladderStep: 3 },
    );
    expect(next).toMatchObject({ status: "queued", ladderStep: 3, dueAt: new Date(NOW.getTime() + 1000) });
    expect(attemptEvent.data).toMatchObject({ reason: "throttled" });
    expect(events).toEqual([]);
  });

  it("tries again a second later, without a step, when SES was not called", () => {
    const answer = { kind: "not_called", code: "lease_too_short", detail: "busy" } as const;
    const { next, attemptEvent } = answerResult({
      claim: claim({ ladderStep: 2 }),
      answer,
      calledAt: NOW,
      now: NOW,
      scale: 1,
    });
    expect(next).toMatchObject({ status: "queued", ladderStep: 2, dueAt: new Date(NOW.getTime() + 1000) });
    expect(attemptEvent.data).toMatchObject({ reason: "lease_too_short" });
  });

  it("waits for the next probe when the whole SES account cannot send, and burns no step", () => {
    const { next, events } = result({
      kind: "paused",
      code: "AccountSendingPausedException",
      detail: "paused",
      quota: false,
    });
    expect(next).toMatchObject({
      status: "queued",
      ladderStep: 0,
      dueAt: new Date(NOW.getTime() + PROBE_MS),
    });
    expect(events.map(({ type, webhook }) => [type, webhook])).toEqual([["paused", null]]);
  });

  it.each<[Dialect]>([["sendex"], ["sendarix"]])(
    "takes each step of the %s ladder, and then fails",
    (dialect) => {
      LADDERS[dialect].forEach((_, step) => {
        const { next } = result(RETRY, { dialect, ladderStep: step });
        const delay = delayAfter(dialect, step + 1) ?? 0;
        expect(next).toMatchObject({
          status: "queued",
          ladderStep: step + 1,
          dueAt: new Date(NOW.getTime() + delay),
        });
      });
      const { next, events } = result(RETRY, { dialect, ladderStep: LADDERS[dialect].length });
      expect(next).toMatchObject({ status: "failed", reason: "retries_exhausted", dueAt: null });
      expect(events.map(({ webhook }) => webhook)).toEqual([
        dialect === "sendex" ? "email.failed" : "email.bounced",
      ]);
    },
  );

  it("tells a Sendarix customer of a retry as deferred, and a Sendex customer not at all", () => {
    expect(result(RETRY, { dialect: "sendarix" }).events).toMatchObject([
      { type: "deferred", webhook: "email.deferred" },
    ]);
    expect(result(RETRY).events).toEqual([]);
  });

  it.each<[SesAnswer]>([
    [{ kind: "rejected", code: "MessageRejected", detail: "no" }],
    [{ kind: "unverified", code: "MailFromDomainNotVerifiedException", detail: "no" }],
  ])("fails at once, with the reason, on %j", (answer) => {
    const { next, events, facts } = result(answer);
    expect(next).toMatchObject({ status: "failed", dueAt: null });
    expect(events).toMatchObject([{ type: "failed", webhook: "email.failed", data: { detail: "no" } }]);
    expect(facts.map(({ event }) => event)).toEqual(["failed"]);
  });

  it.each([
    ["standard", 120_000],
    ["critical", 15_000],
  ] as const)("leaves an unknown outcome of %s mail to evidence for %d ms", (priority, ms) => {
    const { next, events } = result({ kind: "unknown", code: "ECONNRESET", detail: "reset" }, { priority });
    expect(next).toMatchObject({
      status: "sending",
      unknown: true,
      dueAt: null,
      leaseUntil: new Date(NOW.getTime() + ms),
    });
    expect(events).toMatchObject([{ type: "unknown", webhook: null }]);
  });

  it("scales its delays", () => {
    expect(result(RETRY, {}, 0.01).next.dueAt).toEqual(new Date(NOW.getTime() + 300));
  });

  it("cuts SES's words to what a timeline needs", () => {
    const { outcome } = result({ ...RETRY, detail: "x".repeat(2000) });
    expect(outcome.detail).toHaveLength(500);
  });
});
