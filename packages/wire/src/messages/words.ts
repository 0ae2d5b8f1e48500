import { RETRIES_EXHAUSTED } from "@sendex/core/webhooks/event";
import type { Dialect } from "@sendex/core/accepting/message";
import { MESSAGE_PRECEDENCE, RECIPIENT_STATUSES, type RecipientStatus } from "@sendex/core/reports/status";
import type { StatusCondition, StatusFilter } from "@sendex/core/messages/status-filter";

/** The status words a surface shows and filters by. Source: docs/contract.md "The life of a message". */

export interface ShownRecipient {
  status: RecipientStatus;
  ladderStep: number;
  reason: string | null;
}

/**
 * The word for one recipient of a message that was accepted on `dialect`, as `surface` shows it. Sendex shows
 * what is stored. Sendarix says `accepted` for sent, `queued` for sending, `deferred` while a retry is waited
 * for, and `bounced` for its own messages whose retries are spent.
 */
export function statusOn(surface: Dialect, recipient: ShownRecipient & { dialect: Dialect }): string {
  if (surface === "sendex") return recipient.status;
  if (recipient.status === "sent") return "accepted";
  if (recipient.status === "sending") return "queued";
  if (recipient.status === "queued" && recipient.ladderStep > 0) return "deferred";
  if (recipient.status === "failed" && isExhausted(recipient)) return "bounced";
  return recipient.status;
}

/** The word for a whole message: the first, by the precedence of messages, that any recipient shows. */
export function messageStatusOn(
  surface: Dialect,
  dialect: Dialect,
  recipients: readonly ShownRecipient[],
): string {
  const shown = new Set(recipients.map((recipient) => statusOn(surface, { ...recipient, dialect })));
  return statusWords(surface).find((word) => shown.has(word)) ?? "queued";
}

/** The words of a surface, in the precedence of messages. */
export function statusWords(surface: Dialect): string[] {
  if (surface === "sendex") return [...MESSAGE_PRECEDENCE];
  return MESSAGE_PRECEDENCE.filter((status) => status !== "sending").map((status) =>
    status === "sent" ? "accepted" : status,
  );
}

/** What a list filter's word means in stored terms, or undefined for a word that this surface does not have. */
export function statusFilter(surface: Dialect, word: string): StatusFilter | undefined {
  const words = statusWords(surface);
  const place = words.indexOf(word);
  if (place < 0) return undefined;
  const none = words.slice(0, place).flatMap((earlier) => conditionsOf(surface, earlier));
  return { some: conditionsOf(surface, word), none };
}

const SENDARIX_CONDITIONS: Record<string, StatusCondition[]> = {
  queued: [{ statuses: ["sending"] }, { statuses: ["queued"], waiting: false }],
  deferred: [{ statuses: ["deferred"] }, { statuses: ["queued"], waiting: true }],
  accepted: [{ statuses: ["sent"] }],
  bounced: [{ statuses: ["bounced"] }, { statuses: ["failed"], exhausted: true }],
  failed: [{ statuses: ["failed"], exhausted: false }],
};

function conditionsOf(surface: Dialect, word: string): StatusCondition[] {
  const special = surface === "sendarix" ? SENDARIX_CONDITIONS[word] : undefined;
  return special ?? [{ statuses: RECIPIENT_STATUSES.filter((status) => status === word) }];
}

function isExhausted(recipient: { dialect: Dialect; reason: string | null }): boolean {
  return recipient.dialect === "sendarix" && recipient.reason === RETRIES_EXHAUSTED;
}
