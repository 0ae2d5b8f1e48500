import { deliveredMessageId } from "@sendex/core/messages/delivered-id";
import { defined } from "@sendex/kit/defined";
import { RETRIES_EXHAUSTED, type EventData, type TimelineType } from "@sendex/core/webhooks/event";
import type { Dialect } from "@sendex/core/accepting/message";
import type { RecipientStatus } from "@sendex/core/reports/status";
import type { StoredEvent, StoredMessage, StoredRecipient } from "@sendex/core/messages/stored";
import { messageStatusOn, statusOn } from "./words";

/**
 * A stored message → the JSON of either surface. Source: docs/contract.md "The life of a message", docs/api.md "The Resend SDK".
 * A message accepted on one surface can be read on the other; only the words differ.
 */

/** How a message is shown. */
interface Shown {
  /** Of SES, where the mail left or would leave. */
  region: string;
}

/**
 * `GET /api/v1/emails/:id`; without content, an entry of `GET /api/v1/emails` (no html, text, events).
 * @param options.withContent whether html, text (null when erased) and the timeline are part of it
 */
export function presentEmail(
  message: StoredMessage,
  { withContent, region }: Shown & { withContent: boolean },
) {
  const status = messageStatusOn("sendex", message.dialect, message.recipients);
  return {
    object: "email" as const,
    id: message.id,
    message_id: message.id,
    mode: message.mode,
    rfc_message_id: soleMessageId(message.recipients, region),
    to: message.to,
    from: message.from,
    cc: orNull(message.cc),
    bcc: orNull(message.bcc),
    reply_to: orNull(message.replyTo),
    subject: message.subject,
    ...(withContent ? { html: message.html ?? null, text: message.text ?? null } : {}),
    created_at: message.createdAt.toISOString(),
    scheduled_at: iso(message.scheduledAt),
    last_event: RESEND_WORDS[status] ?? status,
    status,
    priority: message.priority,
    topic_id: message.topicId ?? null,
    tags: message.tags,
    metadata: message.metadata,
    recipients: message.recipients.map((recipient) =>
      presentRecipient("sendex", message.dialect, recipient, region),
    ),
    ...(withContent
      ? { events: message.events.map((event) => presentEvent("sendex", message, event, region)) }
      : {}),
  };
}

/** The Resend SDK's users know these by other names (its `last_event` values), and have never seen the rest. */
const RESEND_WORDS: Partial<Record<string, string>> = {
  cancelled: "canceled",
  deferred: "delivery_delayed",
  held: "queued",
  sending: "queued",
} satisfies Partial<Record<RecipientStatus, string>>;

/**
 * `GET /v1/messages/:id`; without events, an entry of `GET /v1/messages`.
 * `sent_at` is when the first recipient's mail was taken by SES, `delivered_at` the latest delivery.
 */
export function presentMessage(
  message: StoredMessage,
  { withEvents, region }: Shown & { withEvents: boolean },
) {
  const sent = times(message.recipients.map((recipient) => recipient.sentAt));
  const delivered = times(message.recipients.map((recipient) => recipient.deliveredAt));
  return {
    message_id: message.id,
    mode: message.mode,
    status: messageStatusOn("sendarix", message.dialect, message.recipients),
    recipient: message.recipients[0]?.address ?? null,
    recipients: message.recipients.map((recipient) =>
      presentRecipient("sendarix", message.dialect, recipient, region),
    ),
    subject: message.subject,
    from: message.from,
    created_at: message.createdAt.toISOString(),
    scheduled_time: iso(message.scheduledAt),
    sent_at: iso(sent[0]),
    delivered_at: iso(delivered.at(-1)),
    tags: message.tags,
    metadata: message.metadata,
    ...(withEvents
      ? { events: message.events.map((event) => presentEvent("sendarix", message, event, region)) }
      : {}),
  };
}

/** Of a message to one recipient; each of several has its own. */
function soleMessageId(recipients: StoredRecipient[], region: string): string | null {
  const [only] = recipients;
  return only && recipients.length === 1 ? deliveredTo(only, region) : null;
}

/** Null until SES took it. */
function deliveredTo({ sesMessageId }: StoredRecipient, region: string): string | null {
  return sesMessageId === null ? null : deliveredMessageId(sesMessageId, region);
}

/** The Message-ID header that a mail leaves us with; SES writes its own over it. Source: RFC 5322 section 3.6.4. */
export function rfcMessageId(id: string, fromDomain: string): string {
  return `<${id}@${fromDomain}>`;
}

/** A timeline entry's word: `accepted` on /v1 for sent, and `bounced` there for its own spent ladder. */
export function eventWord(surface: Dialect, dialect: Dialect, type: TimelineType, data: EventData): string {
  if (surface === "sendex") return type;
  if (type === "sent") return "accepted";
  return isExhausted(dialect, type, data) ? "bounced" : type;
}

/** What an entry says of a bounce; the spent ladder of a Sendarix message counts as one of type `Exhausted`. */
export function bounceOf(dialect: Dialect, type: TimelineType, data: EventData): EventData["bounce"] {
  if (!isExhausted(dialect, type, data)) return data.bounce;
  return { type: "Exhausted", subType: "RetriesExhausted", message: data.detail ?? "" };
}

function isExhausted(dialect: Dialect, type: TimelineType, data: EventData): boolean {
  return dialect === "sendarix" && type === "failed" && data.reason === RETRIES_EXHAUSTED;
}

function presentRecipient(surface: Dialect, dialect: Dialect, recipient: StoredRecipient, region: string) {
  return {
    address: recipient.address,
    kind: recipient.kind,
    status: statusOn(surface, { ...recipient, dialect }),
    reason: recipient.reason,
    ses_message_id: recipient.sesMessageId,
    rfc_message_id: deliveredTo(recipient, region),
  };
}

function presentEvent(
  surface: Dialect,
  message: StoredMessage,
  { type, at, n, data }: StoredEvent,
  region: string,
) {
  const recipient = message.recipients.find((candidate) => candidate.n === n)?.address;
  const bounce = surface === "sendarix" ? bounceOf(message.dialect, type, data) : data.bounce;
  const { sesMessageId, retryAt, scheduledAt, ...plain } = data;
  return {
    type: eventWord(surface, message.dialect, type, data),
    at: at.toISOString(),
    ...defined({ recipient, ...plain, bounce }),
    ...(sesMessageId !== undefined && { rfc_message_id: deliveredMessageId(sesMessageId, region) }),
    ...defined({ ses_message_id: sesMessageId, retry_at: retryAt, scheduled_at: scheduledAt }),
  };
}

function orNull(mailboxes: string[]): string[] | null {
  return mailboxes.length === 0 ? null : mailboxes;
}

/** The times there are, earliest first. */
function times(maybe: (Date | null)[]): Date[] {
  return maybe.filter((time) => time !== null).sort((a, b) => a.getTime() - b.getTime());
}

function iso(time: Date | null | undefined): string | null {
  return time?.toISOString() ?? null;
}
