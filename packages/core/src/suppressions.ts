import { DAY_MS } from "@sendex/kit/day";
import type { ReportItem } from "./reports/items";
import { isBareSimulator } from "./reputation/simulator";

/** The rules of an account's suppression list: who enters it, what replaces what, and what ends by itself. */

/**
 * Why an address is not written to, the weakest first. A bounce may soften with time, so an unsubscribe or a manual
 * entry outlasts it; a complaint outlasts everything.
 */
export const SUPPRESSION_REASONS = ["bounce", "manual", "unsubscribed", "complaint"] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/** Where an entry comes from: SES's report on a message, the list of the SES account, or a call of our API. */
export type SuppressionSource = "ses" | "ses_list" | "api";

export interface Suppression {
  reason: SuppressionReason;
  source: SuppressionSource;
  /** The caller's own word for the reason, where it is another. */
  label: string | null;
  /** The message that it came of. */
  messageId: string | null;
  createdAt: Date;
  /** From then on it is as if it were not there; null: never. */
  expiresAt: Date | null;
  /** From then on one critical mail may try the address again; null: never. */
  trialAt: Date | null;
}

/** The key that a list's entries have: who they are about, in the form of `normalizeAddress`. */
export interface SuppressedAddress {
  address: string;
  reason: "bounce" | "complaint";
}

/** The reason of what waits for its address to go off SES's own list. */
export const SES_LIST_REMOVAL = "ses_list_removal";

/** A mailbox that did not exist a month ago may exist by now, and a sign-in code is worth one try. */
const TRIAL_AFTER_DAYS = 30;
/** After a try, whatever came of it. */
const TRIAL_AGAIN_DAYS = 90;

/**
 * What a reported item adds to the account's suppression list, or undefined. A Permanent bounce and a complaint
 * do (Sendex seed "Keeping your bounce rate low"). An Undetermined bounce does not: it counts in the bounce rate,
 * but SES itself could not tell whether the address is bad, and its own suppression list takes only hard ones.
 * A Transient bounce, an exhausted ladder and a `not-spam` report never do.
 */
export function suppressionFor(
  item: Pick<ReportItem, "type" | "data">,
  address: string,
): SuppressedAddress | undefined {
  const reason = reasonOf(item);
  if (reason === undefined) return undefined;
  const key = normalizeAddress(address);
  return isBareSimulator(key) ? undefined : { address: key, reason };
}

/** An entry as it begins. A complaint has no end, and only a bounce softens. */
export function newSuppression(
  entry: Pick<Suppression, "reason" | "source"> &
    Partial<Pick<Suppression, "label" | "messageId" | "expiresAt">>,
  now: Date,
): Suppression {
  const { reason, source, label = null, messageId = null, expiresAt = null } = entry;
  return {
    reason,
    source,
    label,
    messageId,
    createdAt: now,
    expiresAt: reason === "complaint" ? null : expiresAt,
    trialAt: reason === "bounce" ? inDays(now, TRIAL_AFTER_DAYS) : null,
  };
}

/**
 * What stands on the list once `incoming` met the entry that is there. The stronger reason stays; of the same one no
 * end comes nearer, and another hard bounce makes the next try wait again.
 */
export function combineSuppressions(there: Suppression, incoming: Suppression, now: Date): Suppression {
  if (isExpired(there, now)) return incoming;
  const difference = strength(incoming) - strength(there);
  if (difference > 0) return incoming;
  if (difference < 0 || there.reason === "complaint") return there;
  const reported = incoming.source === "ses";
  return {
    ...there,
    source: reported ? incoming.source : there.source,
    messageId: reported ? incoming.messageId : (there.messageId ?? incoming.messageId),
    label: incoming.label ?? there.label,
    expiresAt: later(there.expiresAt, incoming.expiresAt),
    trialAt: later(there.trialAt, incoming.trialAt),
  };
}

export function isExpired({ expiresAt }: Pick<Suppression, "expiresAt">, now: Date): boolean {
  return expiresAt !== null && expiresAt <= now;
}

/** When a critical mail may try an address again that one is trying now. */
export function nextTrial(now: Date): Date {
  return inDays(now, TRIAL_AGAIN_DAYS);
}

/** How Resend's API calls it: `manual` is what the account's owner wrote down, whatever for. */
export const SUPPRESSION_ORIGINS = ["bounce", "complaint", "manual"] as const;
export type SuppressionOrigin = (typeof SUPPRESSION_ORIGINS)[number];

export function originOf({ reason, source }: Pick<Suppression, "reason" | "source">): SuppressionOrigin {
  if (source === "api") return "manual";
  return reason === "complaint" ? "complaint" : "bounce";
}

/** Words that other APIs use for our reasons. */
const WORDS = new Map<string, SuppressionReason>([
  ["bounced", "bounce"],
  ["hard_bounce", "bounce"],
  ["complained", "complaint"],
  ["spam", "complaint"],
  ["spam_complaint", "complaint"],
  ["unsubscribe", "unsubscribed"],
  ["user_unsubscribed", "unsubscribed"],
]);

/** What a caller's own word for a reason means here; a word of its own is a manual suppression's. */
export function readReason(word: string): SuppressionReason {
  const lower = word.toLowerCase();
  return SUPPRESSION_REASONS.find((reason) => reason === lower) ?? WORDS.get(lower) ?? "manual";
}

/** The form in which addresses are compared: local parts differ by case on no server that matters. */
export function normalizeAddress(address: string): string {
  return address.trim().toLowerCase();
}

function reasonOf(item: Pick<ReportItem, "type" | "data">): SuppressedAddress["reason"] | undefined {
  if (item.type === "complained") return "complaint";
  return item.type === "bounced" && item.data.bounce?.type === "Permanent" ? "bounce" : undefined;
}

function strength({ reason }: Suppression): number {
  return SUPPRESSION_REASONS.indexOf(reason);
}

/** Null is never, which no time outlasts. */
function later(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return null;
  return a > b ? a : b;
}

function inDays(now: Date, days: number): Date {
  return new Date(now.getTime() + days * DAY_MS);
}
