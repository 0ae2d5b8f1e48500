import type { Dialect, Mode } from "../accepting/message";

/**
 * The catalogue of what can happen. A timeline entry's type is the bare status word; a webhook event is a
 * name that an endpoint can subscribe to. Source: docs/contract.md "Webhooks".
 */
export const TIMELINE_TYPES = [
  "queued",
  "scheduled",
  "rescheduled",
  "held",
  "released",
  "attempt",
  "sent",
  "deferred",
  "delivered",
  "bounced",
  "complained",
  "not_spam",
  "failed",
  "suppressed",
  "cancelled",
  "opened",
  "clicked",
  "unsubscribed",
  "paced",
  "paused",
  "unknown",
  "dead_lettered",
] as const;
export type TimelineType = (typeof TIMELINE_TYPES)[number];

/** Only what some code path emits: packages/pipeline/test/catalogue.test.ts brings about every one of them. */
export const WEBHOOK_EVENTS = [
  "email.queued",
  "email.scheduled",
  "email.sent",
  "email.deferred",
  "email.delivered",
  "email.bounced",
  "email.complained",
  "email.failed",
  "email.suppressed",
  "email.cancelled",
  "email.opened",
  "email.clicked",
  "email.unsubscribed",
  "domain.verified",
  "account.suspended",
  "account.reinstated",
  "account.tier_changed",
  "alert.opened",
  "alert.closed",
  "contact.created",
  "contact.updated",
  "contact.deleted",
  "contact.confirmed",
  "contact.subscribed",
  "contact.unsubscribed",
  "contact.topics.updated",
  "topic.created",
  "topic.updated",
  "topic.deleted",
  "broadcast.queued",
  "broadcast.started",
  "broadcast.paused",
  "broadcast.completed",
  "broadcast.cancelled",
  "broadcast.failed",
  "suppression.added",
  "suppression.removed",
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Whether an event that is about no message may be told to endpoints and streams of this mode: an alert is about live mail, a contact, a broadcast and a suppression are of one mode. */
export function isToldTo(mode: Mode, event: WebhookEvent, data: object): boolean {
  if (event.startsWith("alert.")) return mode === "live";
  return !/^(contact|broadcast|suppression)\./.test(event) || ("mode" in data && data.mode === mode);
}

/** What an event carries beside its type; every field is safe to show to the account's owner. */
export interface EventData {
  /** Ordinal of the SES attempt this belongs to, from 1. */
  attempt?: number;
  reason?: string;
  /** The remote server's or SES's own words. */
  detail?: string;
  bounce?: { type: string; subType: string; message: string };
  complaint?: { type: string | null };
  click?: { link: string; userAgent?: string; ipAddress?: string };
  open?: { userAgent?: string; ipAddress?: string };
  /** No person opened it or followed the link: a scanner, or a proxy that fetches in advance. */
  machine?: true;
  sesMessageId?: string;
  /** When the next try is due, ISO 8601. */
  retryAt?: string;
  scheduledAt?: string;
  /** What a `paced` entry waits for. */
  pace?: PaceLimit;
}

/** A limit that holds mail back for a while, with all that a sentence about it needs. */
export interface PaceLimit {
  /** The SES account's rate, or one learnt from a domain that defers our mail. */
  limit: "account" | "domain";
  domain?: string;
  /** Recipients a second, at present. */
  perSecond: number;
}

/** The reason of a recipient whose ladder ran out. */
export const RETRIES_EXHAUSTED = "retries_exhausted";

/** The webhook event for a timeline entry of a message, or undefined where an entry is for the timeline alone. */
export function webhookFor(
  type: TimelineType,
  dialect: Dialect | undefined,
  data: EventData,
): WebhookEvent | undefined {
  if (type === "failed" && data.reason === RETRIES_EXHAUSTED && dialect === "sendarix")
    return "email.bounced";
  const name = `email.${type}`;
  return WEBHOOK_EVENTS.find((event) => event === name);
}
