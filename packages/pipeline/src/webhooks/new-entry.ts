import type { Dialect } from "@sendex/core/accepting/message";
import {
  type EventData,
  type TimelineType,
  type WebhookEvent,
  webhookFor,
} from "@sendex/core/webhooks/event";
import { newId } from "@sendex/crypto/token";
import type { NewAccountEvent, NewEvent } from "@sendex/data/webhooks/record-events";

/** What an entry is about. */
interface EntrySubject {
  accountId: string;
  messageId: string;
  /** The recipient's ordinal; null for the whole message. */
  n: number | null;
  /** Needed where retries are spent: each surface names that in its own way. */
  dialect?: Dialect;
}

/**
 * A timeline entry, with the webhook event that its type causes on the message's surface.
 * @param at when it happened; the id carries `now`, so that ids keep the order of writing
 */
export function newEntry(
  { accountId, messageId, n, dialect }: EntrySubject,
  type: TimelineType,
  data: EventData,
  now: Date,
  at = now,
): NewEvent {
  const webhook = webhookFor(type, dialect, data) ?? null;
  return { accountId, id: newId("evt", now), messageId, n, type, webhook, at, data };
}

/** The same for the timeline alone, whatever its type. */
export function newQuietEntry(
  subject: EntrySubject,
  type: TimelineType,
  data: EventData,
  now: Date,
): NewEvent {
  return { ...newEntry(subject, type, data, now), webhook: null };
}

/** An event about a domain, an account itself, an alert, a contact, a topic, a broadcast or a suppression, named as its endpoints know it; `data` is the webhook's. */
export function newAccountEvent(
  subject: Pick<NewAccountEvent, "accountId" | "subjectType" | "subjectId">,
  webhook: Extract<
    WebhookEvent,
    `${"domain" | "account" | "alert" | "contact" | "topic" | "broadcast" | "suppression"}.${string}`
  >,
  data: object,
  now: Date,
): NewAccountEvent {
  const type = webhook.slice(webhook.indexOf(".") + 1);
  return { ...subject, id: newId("evt", now), type, webhook, at: now, data };
}
