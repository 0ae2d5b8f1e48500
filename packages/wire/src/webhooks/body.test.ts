import { describe, expect, test } from "@jest/globals";
import { type EventData, RETRIES_EXHAUSTED, type TimelineType } from "@sendex/core/webhooks/event";
import type { Dialect } from "@sendex/core/accepting/message";
import type { StoredEvent, StoredMessage, StoredRecipient } from "@sendex/core/messages/stored";
import { webhookBody } from "./body";

const ACCEPTED = "2026-03-05T12:00:00.000Z";
const HAPPENED = "2026-03-05T12:00:02.345Z";

function recipient(n: number, over: Partial<StoredRecipient> = {}): StoredRecipient {
  return {
    n,
    address: `r${n}@example.com`,
    kind: "to",
    status: "delivered",
    ladderStep: 0,
    reason: null,
    sesMessageId: null,
    attempt: 1,
    sentAt: null,
    deliveredAt: null,
    ...over,
  };
}

function message(dialect: Dialect): StoredMessage {
  return {
    id: "msg_1",
    accountId: "acc_1",
    mode: "live",
    source: "api",
    dialect,
    priority: "standard",
    from: "hi@acme.example",
    to: ["r0@example.com", "r1@example.com"],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: "Hello",
    tags: [],
    metadata: { order: 7 },
    createdAt: new Date(ACCEPTED),
    scheduledAt: null,
    recipients: [recipient(0), recipient(1)],
    events: [],
  };
}

function entry(type: TimelineType, data: EventData = {}, n: number | null = 1): StoredEvent {
  return { id: "evt_1", type, at: new Date(HAPPENED), n, data };
}

describe("webhookBody", () => {
  test("names its event as its endpoint asked for it", () => {
    const body = webhookBody(entry("deferred"), message("sendex"), ["email.delivery_delayed"]);
    expect(body).toMatchObject({ event: "email.delivery_delayed", type: "email.delivery_delayed" });
    expect(webhookBody(entry("deferred"), message("sendex"), [])?.type).toBe("email.deferred");
  });

  test("has the contract's shape", () => {
    expect(webhookBody(entry("sent", { attempt: 1 }), message("sendex"))).toEqual({
      event: "email.sent",
      type: "email.sent",
      created_at: HAPPENED,
      mode: "live",
      data: {
        id: "msg_1",
        message_id: "msg_1",
        email_id: "msg_1",
        recipient: "r1@example.com",
        from: "hi@acme.example",
        to: ["r0@example.com", "r1@example.com"],
        subject: "Hello",
        status: "sent",
        tags: [],
        metadata: { order: 7 },
        created_at: ACCEPTED,
        attempt: 1,
      },
    });
  });

  test.each(["queued", "scheduled", "cancelled"] as const)(
    "%s is about the whole message and names its first recipient",
    (type) => {
      const body = webhookBody(entry(type, {}, null), message("sendex"));
      expect(body).toMatchObject({
        event: `email.${type}`,
        data: { recipient: "r0@example.com", status: type },
      });
    },
  );

  test("a bounce and a complaint carry their details", () => {
    const bounce = { type: "Permanent", subType: "General", message: "550 unknown" };
    expect(
      webhookBody(entry("bounced", { bounce, reason: "General" }), message("sendex"))?.data,
    ).toMatchObject({
      status: "bounced",
      reason: "General",
      bounce,
    });
    const complaint = { type: "abuse" };
    expect(webhookBody(entry("complained", { complaint }), message("sendex"))?.data).toMatchObject({
      complaint,
    });
  });

  test("a click carries its link and leaves the recipient's status as it is", () => {
    const click = { link: "https://acme.example/a", userAgent: "Reader/1", ipAddress: "192.0.2.7" };
    expect(webhookBody(entry("clicked", { click }), message("sendex"))).toMatchObject({
      event: "email.clicked",
      data: { status: "delivered", click: { ...click, timestamp: HAPPENED } },
    });
    expect(webhookBody(entry("opened", { open: {} }), message("sendex"))?.data.status).toBe("delivered");
  });

  test("a message accepted on Sendarix speaks Sendarix's words, under the same event names", () => {
    expect(webhookBody(entry("sent"), message("sendarix"))).toMatchObject({
      event: "email.sent",
      data: { status: "accepted" },
    });
    expect(webhookBody(entry("deferred", { attempt: 2 }), message("sendarix"))).toMatchObject({
      event: "email.deferred",
      data: { status: "deferred", attempt: 2 },
    });
  });

  test("spent retries are email.bounced on Sendarix and email.failed on Sendex", () => {
    const spent = entry("failed", { reason: RETRIES_EXHAUSTED, detail: "503" });
    expect(webhookBody(spent, message("sendarix"))).toMatchObject({
      event: "email.bounced",
      data: { status: "bounced", reason: RETRIES_EXHAUSTED, bounce: { type: "Exhausted", message: "503" } },
    });
    const failed = webhookBody(spent, message("sendex"));
    expect(failed).toMatchObject({ event: "email.failed", data: { status: "failed" } });
    expect(failed?.data).not.toHaveProperty("bounce");
  });

  test.each(["attempt", "paced", "unknown", "not_spam", "held"] as const)(
    "%s stays on the timeline",
    (type) => {
      expect(webhookBody(entry(type), message("sendex"))).toBeUndefined();
    },
  );

  test("the same entry always makes the same bytes", () => {
    const [first, second] = [1, 2].map(() =>
      JSON.stringify(webhookBody(entry("bounced", { reason: "General" }), message("sendex"))),
    );
    expect(first).toBe(second);
  });
});
