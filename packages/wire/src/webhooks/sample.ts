import type { StoredEvent, StoredMessage } from "@sendex/core/messages/stored";
import type { EventData, TimelineType, WebhookEvent } from "@sendex/core/webhooks/event";
import type { Mode } from "@sendex/core/accepting/message";
import { newSuppression } from "@sendex/core/suppressions";
import { presentAlert } from "../alerts/present";
import { presentBroadcastEvent } from "../audiences/broadcast";
import { presentContact, presentContactTopic, presentTopic } from "../audiences/present";
import { presentSuppression, SENDEX_NAMES } from "../suppressions";
import { webhookBody } from "./body";

/** Whom a made-up event is for. */
export interface SampleFor {
  accountId: string;
  /** Of a message that does not exist. */
  messageId: string;
  mode: Mode;
  now: Date;
}

/** The `data` of an event that never happened, built as that of one that did; `test` marks it. */
export function sampleData(event: WebhookEvent, sample: SampleFor): object {
  const { accountId, now } = sample;
  switch (event) {
    case "domain.verified":
      return { test: true, ...sampleDomain(now) };
    case "account.suspended":
    case "account.reinstated":
    case "account.tier_changed":
      return { test: true, account_id: accountId, ...sampleStanding(event, now) };
    case "alert.opened":
      return { test: true, ...sampleAlert(now, null) };
    case "alert.closed":
      return { test: true, ...sampleAlert(now, now) };
    case "topic.created":
    case "topic.updated":
    case "topic.deleted":
      return { test: true, ...sampleTopic(now) };
    case "contact.created":
    case "contact.updated":
    case "contact.deleted":
    case "contact.confirmed":
    case "contact.subscribed":
    case "contact.unsubscribed":
      return { test: true, ...sampleContact(event, sample) };
    case "broadcast.queued":
    case "broadcast.started":
    case "broadcast.paused":
    case "broadcast.completed":
    case "broadcast.cancelled":
    case "broadcast.failed":
      return { test: true, ...sampleBroadcast(event, sample) };
    case "suppression.added":
    case "suppression.removed":
      return { test: true, ...sampleSuppression(sample) };
    case "contact.topics.updated":
      return {
        ...{ test: true, ...sampleContact(event, sample), source: "page" },
        topics: [presentContactTopic(SAMPLE_TOPIC, false)],
      };
    default:
      return { test: true, ...sampleMessage(event, sample) };
  }
}

function sampleStanding(event: Extract<WebhookEvent, `account.${string}`>, now: Date): object {
  if (event === "account.reinstated") return { note: "A test event." };
  if (event === "account.tier_changed") return { from: "new", to: "trusted" };
  const why = { cause: "operator", reason: "A test event.", evidence: {} };
  return { suspension_id: "sus_test", ...why, held_until: now.toISOString() };
}

function sampleDomain(now: Date): object {
  const at = now.toISOString();
  return {
    object: "domain",
    id: "dom_test",
    name: "your-domain.example",
    status: "verified",
    created_at: at,
    verified_at: at,
    checked_at: at,
  };
}

const SAMPLE_TOPIC = { id: "top_test", name: "Product news", description: null, subscribed: true };

function sampleTopic(now: Date): object {
  return presentTopic({ ...SAMPLE_TOPIC, createdAt: now });
}

function sampleContact(event: WebhookEvent, { mode, now }: SampleFor): object {
  const name = { firstName: "Jane", lastName: "Doe", unsubscribed: event === "contact.unsubscribed" };
  const contact = {
    id: "con_test",
    address: "someone@example.com",
    ...name,
    pendingUntil: null,
    createdAt: now,
  };
  return { ...presentContact(contact, mode), ...(event === "contact.confirmed" && { form_id: "form_test" }) };
}

const BROADCAST_STATE = {
  "broadcast.queued": "queued",
  "broadcast.started": "sending",
  "broadcast.paused": "paused",
  "broadcast.completed": "sent",
  "broadcast.cancelled": "cancelled",
  "broadcast.failed": "failed",
} as const;

function sampleBroadcast(event: keyof typeof BROADCAST_STATE, { mode, now }: SampleFor): object {
  const state = BROADCAST_STATE[event];
  const begun = event === "broadcast.queued" ? null : now;
  return presentBroadcastEvent({
    ...{ id: "bc_test", mode, name: "October news", state, reason: state === "paused" ? "by_request" : null },
    ...{ segmentId: "seg_test", topicId: null, from: null, replyTo: [], subject: "What is new in October" },
    ...{ previewText: null, html: null, blocks: null, text: null, perHour: null },
    ...{ createdAt: now, scheduledAt: now },
    ...{ subjectTest: null, testEndedAt: null, winner: null, notReachedBy: [] },
    ...{
      startedAt: begun,
      endedAt: state === "sent" ? now : null,
      made: begun ? 1_204 : 0,
      skipped: begun ? 31 : 0,
    },
  });
}

function sampleSuppression({ messageId, mode, now }: SampleFor): object {
  const why = { reason: "bounce", source: "ses", messageId } as const;
  const entry = { ...newSuppression(why, now), id: "sup_test", mode, address: "someone@example.com" };
  return presentSuppression(entry, SENDEX_NAMES);
}

function sampleAlert(now: Date, closedAt: Date | null): object {
  return presentAlert({
    ...{ kind: "volume", dimension: "account", value: "", name: null, id: "alr_test" },
    numbers: { accepted: 3_412, usual: 310, limit: 930, factor: 3, young: false },
    ...{ openedAt: now, lastSeenAt: now, closedAt, reopened: 0, acknowledgedAt: null, acknowledgedBy: null },
  });
}

type EmailEvent = Extract<WebhookEvent, `email.${string}`>;

const DATA: Partial<Record<EmailEvent, EventData>> = {
  "email.bounced": {
    bounce: { type: "Permanent", subType: "General", message: "smtp; 550 5.1.1 user unknown" },
  },
  "email.complained": { complaint: { type: "abuse" } },
  "email.clicked": {
    click: { link: "https://example.com/", userAgent: "Mozilla/5.0", ipAddress: "192.0.2.1" },
  },
  "email.failed": { reason: "retries_exhausted" },
  "email.deferred": { reason: "smtp; 451 4.7.1 try again later" },
};

function sampleMessage(event: EmailEvent, { accountId, messageId, mode, now }: SampleFor): object {
  // The parse boundary: every name of an email event is `email.` and a timeline's type.
  const type = event.slice("email.".length) as TimelineType;
  const entry: StoredEvent = { id: "evt_test", type, at: now, n: 0, data: { attempt: 1, ...DATA[event] } };
  const message: StoredMessage = {
    ...{ id: messageId, accountId, mode, source: "api", dialect: "sendex", priority: "standard" },
    from: "Acme <hello@your-domain.example>",
    to: ["someone@example.com"],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: "A test event",
    tags: [],
    metadata: {},
    createdAt: now,
    scheduledAt: null,
    recipients: [
      {
        ...{ n: 0, address: "someone@example.com", kind: "to", status: "sent", ladderStep: 0, reason: null },
        ...{ sesMessageId: null, attempt: 1, sentAt: null, deliveredAt: null },
      },
    ],
    events: [entry],
  };
  return webhookBody(entry, message)?.data ?? {};
}
