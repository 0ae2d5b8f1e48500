import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyUrl } from "@sendex/testing/any-text";
import { DEAD_LETTERED } from "@sendex/core/sending/dead-letter";
import {
  type EventData,
  RETRIES_EXHAUSTED,
  TIMELINE_TYPES,
  WEBHOOK_EVENTS,
} from "@sendex/core/webhooks/event";
import { explain } from "./explain";
import type { AttemptFacts, ExplainFacts, Explanation, WaitFacts } from "@sendex/core/messages/explain-facts";
import { isSettled, RECIPIENT_STATUSES, type RecipientStatus } from "@sendex/core/reports/status";
import type { StoredEvent, StoredRecipient } from "@sendex/core/messages/stored";
import { SES_LIST_REMOVAL, SUPPRESSION_REASONS } from "@sendex/core/suppressions";

const NOW = new Date("2026-03-05T12:00:00.000Z");
const at = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);

function recipientOf(status: RecipientStatus, more: Partial<StoredRecipient> = {}): StoredRecipient {
  return {
    n: 0,
    address: "Someone@inbox.example",
    kind: "to",
    status,
    ladderStep: 0,
    reason: null,
    sesMessageId: null,
    attempt: 0,
    sentAt: null,
    deliveredAt: null,
    ...more,
  };
}

function factsOf(recipients: StoredRecipient[], more: Partial<ExplainFacts> = {}): ExplainFacts {
  return {
    message: {
      id: "msg_1",
      accountId: "acc_1",
      mode: "live",
      source: "api",
      dialect: "sendex",
      priority: "standard",
      from: "a@b.example",
      to: [],
      cc: [],
      bcc: [],
      replyTo: [],
      subject: "Hello",
      tags: [],
      metadata: {},
      createdAt: at(-60),
      scheduledAt: null,
      recipients,
      events: [],
    },
    route: "ses",
    key: { name: "server", hint: "x7Qk", revoked: false },
    account: { standing: "active", standingReason: null, unknownPolicy: "resend" },
    reported: true,
    waits: [],
    attempts: [],
    suppressions: [],
    deadLetters: [],
    pause: undefined,
    webhooks: [],
    ...more,
  };
}

function withEvents(facts: ExplainFacts, ...events: Partial<StoredEvent>[]): ExplainFacts {
  const full = events.map((event, i): StoredEvent => ({
    id: `evt_${i}`,
    type: "queued",
    at: at(i - 30),
    n: 0,
    data: {},
    ...event,
  }));
  return { ...facts, message: { ...facts.message, events: full } };
}

const attempt = (outcome: string | null, more: Partial<AttemptFacts> = {}): AttemptFacts => ({
  n: 0,
  attempt: 1,
  startedAt: at(-30),
  finishedAt: outcome === null ? null : at(-29),
  outcome,
  code: null,
  detail: null,
  ...more,
});
const wait = (more: Partial<WaitFacts> = {}): WaitFacts => ({
  n: 0,
  dueAt: at(30),
  leaseUntil: null,
  unknown: false,
  suspect: false,
  ...more,
});
const tell = (facts: ExplainFacts): Explanation => explain(facts, { surface: "sendex", now: NOW });
const lastStep = (facts: ExplainFacts) => tell(facts).steps.at(-1);

describe("an explanation", () => {
  test("begins with how the message was accepted, by which key, and sums it up", () => {
    expect(tell(factsOf([recipientOf("delivered")]))).toEqual({
      object: "explanation",
      id: "msg_1",
      status: "delivered",
      summary: "The mail to Someone@inbox.example is delivered.",
      steps: [
        {
          at: at(-60).toISOString(),
          code: "accepted",
          text: 'Accepted on /api/v1 with the key "server" (…x7Qk) for one recipient, as standard live mail that leaves by Amazon SES.',
        },
      ],
      next: [{ code: "done", text: "Nothing more.", recipient: "Someone@inbox.example" }],
    });
    const several = [
      recipientOf("delivered"),
      recipientOf("bounced", { n: 1 }),
      recipientOf("delivered", { n: 2 }),
    ];
    expect(tell(factsOf(several)).summary).toBe("Of 3 recipients: 1 bounced, 2 delivered.");
  });

  test("speaks the words of the surface that asks", () => {
    const facts = factsOf([recipientOf("sent")]);
    expect(explain(facts, { surface: "sendarix", now: NOW }).status).toBe("accepted");
    expect(tell(facts).status).toBe("sent");
  });

  test.each<[string, string, EventData, AttemptFacts[], RegExp]>([
    [
      "attempt_sent",
      "attempt",
      { attempt: 1, sesMessageId: "ses-1" },
      [],
      /^Attempt 1: Amazon SES took it as ses-1\.$/,
    ],
    [
      "attempt_failed",
      "attempt",
      { attempt: 1, reason: "ServiceUnavailable", detail: "Busy.", retryAt: "T" },
      [attempt("retry", { code: "ServiceUnavailable" })],
      /answered with ServiceUnavailable, saying "Busy"\. It is tried again at T\.$/,
    ],
    [
      "attempt_throttled",
      "attempt",
      { attempt: 1, reason: "throttled" },
      [],
      /No step of the retry schedule is used/,
    ],
    [
      "attempt_refused",
      "attempt",
      { attempt: 1 },
      [attempt("rejected", { code: "MessageRejected" })],
      /for good with MessageRejected/,
    ],
    ["attempt_refused", "attempt", { attempt: 1 }, [attempt("unverified")], /domain is not verified/],
    ["attempt_paused", "attempt", { attempt: 1 }, [attempt("paused")], /from the whole account/],
    ["attempt_not_called", "attempt", { attempt: 1 }, [attempt("not_called")], /was not called/],
    [
      "attempt_not_called",
      "attempt",
      { attempt: 1, reason: "not_composable", detail: "The mail's subject cannot be composed." },
      [attempt("rejected", { code: "not_composable" })],
      /Attempt 1: Amazon SES was not called, saying "The mail's subject cannot be composed"/,
    ],
    [
      "attempt_not_called",
      "attempt",
      { attempt: 1, retryAt: "T" },
      [attempt("retry", { code: "compose_failed" })],
      /was not called.* tried again at T/,
    ],
    ["failed", "failed", { reason: "not_composable" }, [], /no mail can be made of it/],
    ["attempt_unknown", "attempt", { attempt: 1, reason: "unknown" }, [], /its answer never came/],
    ["unknown", "unknown", { attempt: 2, reason: "lease_expired" }, [], /attempt 2 \(its worker was lost\)/],
    [
      "settled_resend",
      "queued",
      { reason: "no_evidence", retryAt: "T" },
      [],
      /policy is to resend: it is sent again at T, and may arrive twice/,
    ],
    ["retried_by_operator", "queued", { reason: "retried_by_operator" }, [], /An operator/],
    ["delivered", "delivered", { detail: "250 2.0.0 OK" }, [], /took it, saying "250 2\.0\.0 OK"\.$/],
    [
      "deferred",
      "deferred",
      { reason: "MailboxFull", detail: "452 full" },
      [],
      /the mailbox is full, saying "452 full"/,
    ],
    [
      "bounced",
      "bounced",
      { bounce: { type: "Permanent", subType: "NoEmail", message: "550 5.1.1 no such user" } },
      [],
      /\(Permanent, NoEmail\): the address does not exist, saying "550 5\.1\.1 no such user"/,
    ],
    [
      "bounced",
      "bounced",
      { bounce: { type: "New", subType: "__proto__", message: "" } },
      [],
      /the receiving server refused it\.$/,
    ],
    ["complained", "complained", { complaint: { type: "abuse" } }, [], /they marked it as spam/],
    ["failed", "failed", { reason: RETRIES_EXHAUSTED }, [], /every try of its retry schedule has failed/],
    ["failed", "failed", { reason: "outcome_unknown" }, [], /prefers not to send twice/],
    ["paced", "paced", { detail: "Waiting for a slot." }, [], /^Waiting for a slot\.$/],
    [
      "paused",
      "paused",
      { reason: "AccountSendingPausedException" },
      [],
      /whole route \(AccountSendingPausedException\)/,
    ],
    [
      "wait_for_list",
      "paused",
      { reason: SES_LIST_REMOVAL },
      [],
      /^The address is on its way off Amazon SES/,
    ],
    ["held", "held", {}, [], /suspended/],
    ["dead_lettered", "dead_lettered", { attempt: 3 }, [], /dead letter/],
    ["rescheduled", "rescheduled", { scheduledAt: "T" }, [], /changed to T/],
    ["clicked", "clicked", { click: { link: "https://a.example" } }, [], /https:\/\/a\.example/],
  ])("tells %s of an entry %s with %j", (code, type, data, attempts, says) => {
    const known = TIMELINE_TYPES.find((one) => one === type) ?? "queued";
    const facts = withEvents(factsOf([recipientOf("queued")], { attempts }), { type: known, data });
    const step = lastStep(facts);
    expect(step).toMatchObject({
      code,
      recipient: "Someone@inbox.example",
      text: expect.stringMatching(says),
    });
  });

  test("tells why an address is suppressed, and since when", () => {
    const entry = {
      address: "someone@inbox.example",
      reason: "complaint",
      source: "ses",
      expiresAt: null,
      trialAt: null,
    } as const;
    const listed = [{ ...entry, createdAt: at(-9_000) }];
    const facts = withEvents(factsOf([recipientOf("suppressed")], { suppressions: listed }), {
      type: "suppressed",
      data: { reason: "complaint" },
    });
    expect(lastStep(facts)?.text).toContain(
      "its owner complained about mail. It has been there since 2026-03-05T09:30",
    );
    expect(tell(facts).next[0]?.text).toContain("Remove it from the list");
    const over = {
      ...facts,
      suppressions: [{ ...listed[0], ...entry, createdAt: at(-9_000), expiresAt: at(-1) }],
    };
    expect(tell(over).next[0]?.text).toContain("not on the suppression list any more");
  });

  test.each(SUPPRESSION_REASONS)("has words for the reason %s", (reason) => {
    const facts = withEvents(factsOf([recipientOf("suppressed")]), { type: "suppressed", data: { reason } });
    expect(lastStep(facts)?.text).toMatch(/because (it|its owner|mail to it) /);
  });

  test("tells an address on SES's own list from one on the account's, and when critical mail may try it", () => {
    const entry = {
      address: "someone@inbox.example",
      reason: "bounce",
      createdAt: at(-9_000),
      expiresAt: null,
    };
    const suppressions = [{ ...entry, source: "ses_list" as const, trialAt: at(60) }];
    const facts = withEvents(factsOf([recipientOf("suppressed")], { suppressions }), {
      type: "suppressed",
      data: { reason: "bounce" },
    });
    expect(lastStep(facts)?.text).toContain("Amazon SES's own suppression list");
    expect(tell(facts).next[0]?.text).toContain(
      `From ${at(60).toISOString()} on one critical mail may try it.`,
    );
  });

  test("tells how an unknown outcome was settled by SES's own event", () => {
    const unknown = { type: "unknown", data: { attempt: 1, reason: "unknown" } } as const;
    const sent = { type: "sent", data: { attempt: 1 } } as const;
    const codes = tell(withEvents(factsOf([recipientOf("sent")]), unknown, sent, sent)).steps.map(
      ({ code }) => code,
    );
    expect(codes).toEqual(["accepted", "unknown", "settled_sent"]);
  });

  test("tells of an attempt that goes on, once", () => {
    const facts = factsOf([recipientOf("sending")], { attempts: [attempt(null)] });
    expect(lastStep(facts)).toMatchObject({
      code: "attempt_started",
      text: expect.stringContaining("Attempt 1"),
    });
    const over = withEvents(facts, { type: "attempt", data: { attempt: 1, sesMessageId: "x" } });
    expect(tell(over).steps.map(({ code }) => code)).toEqual(["accepted", "attempt_sent"]);
  });

  test.each<[string, StoredRecipient, Partial<ExplainFacts>, RegExp]>([
    ["send", recipientOf("queued"), { waits: [wait()] }, /as soon as it is its turn\.$/],
    ["retry", recipientOf("queued", { ladderStep: 2 }), { waits: [wait()] }, /52 tries are left of 54/],
    ["retry", recipientOf("queued", { ladderStep: 53 }), { waits: [wait()] }, /This is the last try of 54/],
    ["send", recipientOf("queued"), { waits: [wait({ suspect: true })] }, /in quarantine/],
    [
      "wait_for_operator",
      recipientOf("queued", { reason: DEAD_LETTERED }),
      { waits: [wait({ dueAt: null })] },
      /operator/,
    ],
    [
      "wait_for_route",
      recipientOf("queued"),
      { waits: [wait()], pause: { reason: "Throttling", since: at(-9), until: at(9) } },
      /paused for the whole route \(Throttling\)/,
    ],
    [
      "wait_for_list",
      recipientOf("queued", { reason: SES_LIST_REMOVAL }),
      { waits: [wait()] },
      /go off Amazon SES's own suppression list/,
    ],
    [
      "wait_for_reinstatement",
      recipientOf("held"),
      { account: { standing: "suspended", standingReason: "bounces", unknownPolicy: "resend" } },
      /suspended \(bounces\)/,
    ],
    ["send_scheduled", recipientOf("scheduled"), { waits: [wait()] }, /at this time/],
    ["sending", recipientOf("sending"), { waits: [wait({ leaseUntil: at(9) })] }, /in hand/],
    [
      "wait_for_evidence",
      recipientOf("sending"),
      {
        waits: [wait({ leaseUntil: at(9), unknown: true })],
        account: { standing: "active", standingReason: null, unknownPolicy: "fail" },
      },
      /given up as failed: the account's policy is fail/,
    ],
    ["wait_for_report", recipientOf("sent"), {}, /reported here/],
    ["nothing_reported", recipientOf("sent"), { reported: false }, /nothing more is heard/],
    ["wait_for_report", recipientOf("deferred"), {}, /goes on trying/],
    ["done", recipientOf("failed", { reason: RETRIES_EXHAUSTED }), {}, /used up/],
    ["done", recipientOf("cancelled"), {}, /cancelled/],
  ])("says what comes next: %s", (code, recipient, more, says) => {
    expect(tell(factsOf([recipient], more)).next).toMatchObject([
      { code, text: expect.stringMatching(says) },
    ]);
  });

  test("tells what endpoints were told, and what they are still to be told", () => {
    const webhook = {
      disabled: false,
      events: [],
      nextAt: null,
      lastAt: at(-1),
      lastStatus: 200,
      lastError: null,
    };
    const { steps, next } = tell(
      factsOf([recipientOf("delivered")], {
        webhooks: [
          { ...webhook, endpoint: "https://a.example/h", status: "succeeded", events: ["email.queued"] },
          {
            ...webhook,
            endpoint: "https://a.example/h",
            status: "pending",
            events: ["email.sent"],
            nextAt: at(5),
            lastStatus: 500,
          },
        ],
      }),
    );
    expect(steps.slice(1).map(({ code, text }) => [code, text])).toEqual([
      ["webhook_succeeded", "https://a.example/h was told: email.queued."],
      ["webhook_not_taken", "https://a.example/h has not taken email.sent yet; its last answer: status 500."],
    ]);
    expect(next[1]).toEqual({
      at: at(5).toISOString(),
      code: "webhook",
      text: "https://a.example/h is told of email.sent.",
    });
  });
});

describe("whatever is known", () => {
  /** But for what would look like a slip of the sentences themselves. */
  const word = fc
    .string({ unit: "grapheme-ascii", maxLength: 20 })
    .filter((text) => !/undefined|\[object|NaN|\.$/.test(text));
  const time = fc.integer({ min: -100_000, max: 100_000 }).map(at);
  const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
  const nullable = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
  const data: fc.Arbitrary<EventData> = fc
    .record({
      attempt: maybe(fc.integer({ min: 1, max: 60 })),
      reason: maybe(fc.oneof(word, fc.constantFrom("no_evidence", "throttled", RETRIES_EXHAUSTED))),
      detail: maybe(word),
      bounce: maybe(fc.record({ type: word, subType: word, message: word })),
      complaint: maybe(fc.record({ type: nullable(word) })),
      sesMessageId: maybe(word),
      retryAt: maybe(time.map((date) => date.toISOString())),
      scheduledAt: maybe(time.map((date) => date.toISOString())),
    })
    // As it is stored: what is undefined is not there.
    .map((fields) => JSON.parse(JSON.stringify(fields)) as EventData);
  const recipients = fc.array(
    fc.record({
      status: fc.constantFrom(...RECIPIENT_STATUSES),
      ladderStep: fc.integer({ min: 0, max: 60 }),
      reason: nullable(fc.oneof(word, fc.constant(DEAD_LETTERED), fc.constant(RETRIES_EXHAUSTED))),
    }),
    { minLength: 1, maxLength: 5 },
  );
  const n = fc.integer({ min: 0, max: 5 });
  const any = fc.record({
    recipients: recipients.map((list) =>
      list.map(({ status, ...more }, i) =>
        recipientOf(status, { ...more, n: i, address: `r${i}@inbox.example` }),
      ),
    ),
    dialect: fc.constantFrom("sendex" as const, "sendarix" as const),
    surface: fc.constantFrom("sendex" as const, "sendarix" as const),
    events: fc.array(
      fc.record({ id: word, type: fc.constantFrom(...TIMELINE_TYPES), at: time, n: nullable(n), data }),
      { maxLength: 12 },
    ),
    more: fc.record({
      route: fc.constantFrom("ses" as const, "sandbox" as const),
      key: maybe(fc.record({ name: word, hint: word, revoked: fc.boolean() })),
      account: fc.record({
        standing: fc.constantFrom("active" as const, "suspended" as const),
        standingReason: nullable(word),
        unknownPolicy: fc.constantFrom("resend" as const, "fail" as const),
      }),
      reported: fc.boolean(),
      waits: fc.array(
        fc.record({
          n,
          dueAt: nullable(time),
          leaseUntil: nullable(time),
          unknown: fc.boolean(),
          suspect: fc.boolean(),
        }),
      ),
      attempts: fc.array(
        fc.record({
          n,
          attempt: fc.integer({ min: 1, max: 60 }),
          startedAt: time,
          finishedAt: nullable(time),
          outcome: nullable(fc.oneof(word, fc.constantFrom("sent", "retry", "paused", "unverified"))),
          code: nullable(word),
          detail: nullable(word),
        }),
      ),
      suppressions: fc.array(
        fc.record({
          address: n.map((i) => `r${i}@inbox.example`),
          reason: word,
          source: fc.constantFrom("ses" as const, "ses_list" as const, "api" as const),
          createdAt: time,
          expiresAt: nullable(time),
          trialAt: nullable(time),
        }),
      ),
      deadLetters: fc.array(fc.record({ n, reason: word, detail: nullable(word), at: time })),
      pause: maybe(fc.record({ reason: word, since: time, until: time })),
      webhooks: fc.array(
        fc.record({
          endpoint: nullable(anyUrl()),
          disabled: fc.boolean(),
          status: fc.constantFrom(
            "pending" as const,
            "succeeded" as const,
            "failed" as const,
            "dropped" as const,
          ),
          events: fc.subarray([...WEBHOOK_EVENTS], { minLength: 1 }),
          nextAt: nullable(time),
          lastAt: nullable(time),
          lastStatus: nullable(fc.integer({ min: 100, max: 599 })),
          lastError: nullable(word),
        }),
      ),
    }),
  });

  test("is told in whole sentences, in order, with one prospect for each recipient", () => {
    fc.assert(
      fc.property(any, ({ recipients: list, dialect, surface, events, more }) => {
        const facts = withEvents(factsOf(list, more), ...events);
        const told = explain({ ...facts, message: { ...facts.message, dialect } }, { surface, now: NOW });
        for (const { code, text } of [...told.steps, ...told.next]) {
          expect(code).toMatch(/^[a-z_]+$/);
          expect(text).toMatch(/^.+\.$/s);
          expect(text).not.toMatch(/\bundefined\b|\[object|\bNaN\b|\.\.$/);
        }
        const times = told.steps.map((step) => step.at);
        expect(times).toEqual([...times].sort());
        const prospects = told.next.filter(({ code }) => code !== "webhook");
        expect(prospects.map(({ recipient }) => recipient)).toEqual(list.map(({ address }) => address));
        prospects.forEach(({ code }, i) => {
          const settled = isSettled(list[i]?.status ?? "queued");
          expect(["done", "wait_for_report", "nothing_reported"].includes(code)).toBe(settled);
        });
      }),
    );
  });
});
