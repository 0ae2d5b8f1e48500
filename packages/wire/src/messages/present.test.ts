import { describe, expect, test } from "@jest/globals";
import { RETRIES_EXHAUSTED } from "@sendex/core/webhooks/event";
import { presentEmail, presentMessage, rfcMessageId } from "./present";
import { RECIPIENT_STATUSES } from "@sendex/core/reports/status";
import type { StoredEvent, StoredMessage, StoredRecipient } from "@sendex/core/messages/stored";

const ACCEPTED = "2026-03-05T12:00:00.000Z";

function recipient(over: Partial<StoredRecipient> = {}): StoredRecipient {
  return {
    n: 0,
    address: "kim@example.com",
    kind: "to",
    status: "sent",
    ladderStep: 0,
    reason: null,
    sesMessageId: "0100-ses",
    attempt: 1,
    sentAt: new Date("2026-03-05T12:00:02.000Z"),
    deliveredAt: null,
    ...over,
  };
}

function message(over: Partial<StoredMessage> = {}): StoredMessage {
  return {
    id: "msg_1",
    accountId: "acc_1",
    mode: "live",
    source: "api",
    dialect: "sendex",
    priority: "standard",
    from: "Acme <hi@acme.example>",
    to: ["Kim <kim@example.com>"],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: "Hello",
    text: "Hi",
    html: "<p>Hi</p>",
    tags: [{ name: "kind", value: "welcome" }],
    metadata: { order: 7 },
    createdAt: new Date(ACCEPTED),
    scheduledAt: null,
    recipients: [recipient()],
    events: [],
    ...over,
  };
}

function event(over: Partial<StoredEvent>): StoredEvent {
  return { id: "evt_1", type: "sent", at: new Date("2026-03-05T12:00:02.000Z"), n: 0, data: {}, ...over };
}

const region = "us-east-1";
const whole = { withContent: true, region };
const exhausted = { reason: RETRIES_EXHAUSTED, attempt: 6, detail: "503 Service Unavailable" };

describe("presentEmail", () => {
  test("has every field that the Resend SDK reads, and ours", () => {
    expect(presentEmail(message({ events: [event({ data: { attempt: 1 } })] }), whole)).toEqual({
      object: "email",
      id: "msg_1",
      message_id: "msg_1",
      mode: "live",
      rfc_message_id: "<0100-ses@email.amazonses.com>",
      to: ["Kim <kim@example.com>"],
      from: "Acme <hi@acme.example>",
      cc: null,
      bcc: null,
      reply_to: null,
      subject: "Hello",
      html: "<p>Hi</p>",
      text: "Hi",
      created_at: ACCEPTED,
      scheduled_at: null,
      last_event: "sent",
      status: "sent",
      priority: "standard",
      topic_id: null,
      tags: [{ name: "kind", value: "welcome" }],
      metadata: { order: 7 },
      recipients: [
        {
          address: "kim@example.com",
          kind: "to",
          status: "sent",
          reason: null,
          ses_message_id: "0100-ses",
          rfc_message_id: "<0100-ses@email.amazonses.com>",
        },
      ],
      events: [{ type: "sent", at: "2026-03-05T12:00:02.000Z", recipient: "kim@example.com", attempt: 1 }],
    });
  });

  test("shows the Message-ID that each recipient got, once SES took it, and one of the whole only where there is one", () => {
    const recipients = [recipient(), recipient({ n: 1, sesMessageId: null })];
    const shown = presentEmail(message({ recipients }), { withContent: true, region: "eu-west-1" });
    expect(shown.recipients.map((one) => one.rfc_message_id)).toEqual([
      "<0100-ses@eu-west-1.amazonses.com>",
      null,
    ]);
    expect(shown.rfc_message_id).toBeNull();
    const entry = event({ data: { sesMessageId: "0102-b" } });
    const [told] = presentMessage(message({ events: [entry] }), { withEvents: true, region }).events ?? [];
    expect(told).toMatchObject({ rfc_message_id: "<0102-b@email.amazonses.com>" });
  });

  test("without content it is the same but for html, text and events", () => {
    const { html, text, events, ...rest } = presentEmail(message(), whole);
    expect([html, text, events]).toEqual(["<p>Hi</p>", "Hi", []]);
    expect(presentEmail(message(), { withContent: false, region })).toEqual(rest);
  });

  test("erased content reads as null", () => {
    const erased = presentEmail(message({ subject: null, text: null, html: undefined }), whole);
    expect(erased).toMatchObject({ subject: null, text: null, html: null });
  });

  test("shows copies, reply-to addresses and a schedule", () => {
    const shown = presentEmail(
      message({
        cc: ["c@example.com"],
        bcc: ["b@example.com"],
        replyTo: ["r@acme.example"],
        from: "hi@acme.example",
        scheduledAt: new Date("2026-03-06T00:00:00.000Z"),
      }),
      whole,
    );
    expect(shown).toMatchObject({
      cc: ["c@example.com"],
      bcc: ["b@example.com"],
      reply_to: ["r@acme.example"],
      rfc_message_id: "<0100-ses@email.amazonses.com>",
      scheduled_at: "2026-03-06T00:00:00.000Z",
    });
  });

  test.each([
    ["cancelled", "canceled"],
    ["deferred", "delivery_delayed"],
    ["held", "queued"],
    ["sending", "queued"],
  ] as const)("status %s is last_event %s to the SDK's users", (status, word) => {
    const shown = presentEmail(message({ recipients: [recipient({ status })] }), whole);
    expect(shown).toMatchObject({ status, last_event: word });
  });

  test("any other status is the last event", () => {
    const renamed = ["cancelled", "deferred", "held", "sending"];
    for (const status of RECIPIENT_STATUSES.filter((word) => !renamed.includes(word))) {
      const shown = presentEmail(message({ recipients: [recipient({ status })] }), whole);
      expect(shown).toMatchObject({ status, last_event: status });
    }
  });

  test("a message accepted on Sendarix keeps Sendex's words here", () => {
    const failed = recipient({ status: "failed", reason: RETRIES_EXHAUSTED, ladderStep: 6 });
    const shown = presentEmail(
      message({
        dialect: "sendarix",
        recipients: [failed],
        events: [event({ type: "failed", data: exhausted })],
      }),
      whole,
    );
    expect(shown.status).toBe("failed");
    expect(shown.events).toEqual([expect.objectContaining({ type: "failed", reason: RETRIES_EXHAUSTED })]);
    expect(shown.events?.[0]).not.toHaveProperty("bounce");
  });
});

describe("presentMessage", () => {
  test("has every field of the contract", () => {
    expect(
      presentMessage(message({ dialect: "sendarix", events: [event({})] }), { withEvents: true, region }),
    ).toEqual({
      message_id: "msg_1",
      mode: "live",
      status: "accepted",
      recipient: "kim@example.com",
      recipients: [
        {
          address: "kim@example.com",
          kind: "to",
          status: "accepted",
          reason: null,
          ses_message_id: "0100-ses",
          rfc_message_id: "<0100-ses@email.amazonses.com>",
        },
      ],
      subject: "Hello",
      from: "Acme <hi@acme.example>",
      created_at: ACCEPTED,
      scheduled_time: null,
      sent_at: "2026-03-05T12:00:02.000Z",
      delivered_at: null,
      tags: [{ name: "kind", value: "welcome" }],
      metadata: { order: 7 },
      events: [{ type: "accepted", at: "2026-03-05T12:00:02.000Z", recipient: "kim@example.com" }],
    });
  });

  test("a list entry has no events", () => {
    expect(presentMessage(message(), { withEvents: false, region })).not.toHaveProperty("events");
  });

  test("was sent with its first recipient and delivered with its last", () => {
    const at = (second: string) => new Date(`2026-03-05T12:00:${second}.000Z`);
    const recipients = [
      recipient({ n: 0, status: "delivered", sentAt: at("05"), deliveredAt: at("09") }),
      recipient({ n: 1, status: "delivered", sentAt: at("03"), deliveredAt: at("08") }),
      recipient({ n: 2, status: "suppressed", sentAt: null, deliveredAt: null }),
    ];
    expect(presentMessage(message({ recipients }), { withEvents: false, region })).toMatchObject({
      status: "delivered",
      sent_at: at("03").toISOString(),
      delivered_at: at("09").toISOString(),
    });
  });

  test("spent retries of its own message are a bounce of type Exhausted", () => {
    const failed = recipient({ status: "failed", reason: RETRIES_EXHAUSTED, ladderStep: 6 });
    const shown = presentMessage(
      message({
        dialect: "sendarix",
        recipients: [failed],
        events: [event({ type: "failed", data: exhausted })],
      }),
      { withEvents: true, region },
    );
    expect(shown.status).toBe("bounced");
    expect(shown.events).toEqual([
      expect.objectContaining({
        type: "bounced",
        reason: RETRIES_EXHAUSTED,
        bounce: { type: "Exhausted", subType: "RetriesExhausted", message: "503 Service Unavailable" },
      }),
    ]);
  });

  test("an entry about the whole message names no recipient; names are in the API's spelling", () => {
    const data = { sesMessageId: "0100", retryAt: ACCEPTED, scheduledAt: ACCEPTED };
    const shown = presentMessage(message({ events: [event({ type: "queued", n: null, data })] }), {
      withEvents: true,
      region,
    });
    expect(shown.events).toEqual([
      {
        type: "queued",
        at: "2026-03-05T12:00:02.000Z",
        ses_message_id: "0100",
        rfc_message_id: "<0100@email.amazonses.com>",
        retry_at: ACCEPTED,
        scheduled_at: ACCEPTED,
      },
    ]);
  });
});

test("the Message-ID belongs to the sender's domain", () => {
  expect(rfcMessageId("msg_1", "acme.example")).toBe("<msg_1@acme.example>");
});
