import { RESERVED_KEYS } from "./contact";

/** One mail to a segment's contacts, as it is written, started, paused and counted (ADR 24). */

export const MAX_BROADCAST_NAME_CHARACTERS = 256;
export const MAX_PREVIEW_CHARACTERS = 512;
/** Broadcasts that an account can have in each world. */
export const MAX_BROADCASTS = 10_000;
/** Broadcasts whose readers one leaves out. */
export const MAX_NOT_REACHED_BY = 20;
/** Gmail cuts off what is longer than 102 KB of HTML. Source: Google, "Email sender guidelines". */
export const CLIPPED_BYTES = 102 * 1024;
/** A broadcast's tempo, in mails an hour. */
export const MIN_PER_HOUR = 60;
export const MAX_PER_HOUR = 10_000_000;

/**
 * `queued`: it waits for its time, or for the scheduler's turn. `cancelling`: what was made and not sent is being
 * cancelled.
 */
export const BROADCAST_STATES = [
  "draft",
  "queued",
  "sending",
  "paused",
  "sent",
  "cancelling",
  "cancelled",
  "failed",
] as const;
export type BroadcastState = (typeof BROADCAST_STATES)[number];

/** Why a broadcast does not go on, or did not. */
export const BROADCAST_REASONS = [
  "by_request",
  "many_bounces",
  "account_suspended",
  "insufficient_credits",
  "domain_not_verified",
  "segment_removed",
  "template_fails",
] as const;
export type BroadcastReason = (typeof BROADCAST_REASONS)[number];

/** The reason of a recipient whose broadcast is paused. */
export const BROADCAST_PAUSED = "broadcast_paused";

/** What can be done with a broadcast, and from which states. */
const ACTS = {
  change: ["draft"],
  send: ["draft"],
  pause: ["queued", "sending"],
  resume: ["paused"],
  cancel: ["queued", "sending", "paused"],
  remove: ["draft", "sent", "cancelled", "failed"],
} as const satisfies Record<string, readonly BroadcastState[]>;
export type BroadcastAct = keyof typeof ACTS;

export function statesFor(act: BroadcastAct): readonly BroadcastState[] {
  return ACTS[act];
}

/** How the Resend SDK says the state: it knows three. */
export type BroadcastStatus = "draft" | "queued" | "sent";

export function statusOf(state: BroadcastState): BroadcastStatus {
  switch (state) {
    case "draft":
      return "draft";
    case "sent":
    case "cancelled":
    case "failed":
      return "sent";
    default:
      return "queued";
  }
}

/** By what a broadcast's recipients can be asked for; the first eight are the SDK's. */
export const OUTCOMES = [
  "sent",
  "delivered",
  "opened",
  "clicked",
  "bounced",
  "complained",
  "unsubscribed",
  "suppressed",
  "failed",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** SES's words for a bounce, in lower case as the SDK has them. */
export const BOUNCE_WORDS = ["permanent", "transient", "undetermined"] as const;
export type BounceWord = (typeof BOUNCE_WORDS)[number];

/** The first so many mails of a broadcast decide whether it goes on, once so many of them have gone out. */
export const BREAKER = { first: 1_000, minSent: 100 } as const;

/** Contacts of one transaction: as many as keep it short, however long the mail is. */
export function windowFor(characters: number): number {
  return Math.max(MIN_WINDOW, Math.min(MAX_WINDOW, Math.floor(WINDOW_CHARACTERS / Math.max(characters, 1))));
}
const MIN_WINDOW = 10;
const MAX_WINDOW = 500;
const WINDOW_CHARACTERS = 8 * 1024 * 1024;

/** Mails of a broadcast that were made and not yet tried, at most: the rest is not yet a row. */
export const AHEAD = 2_000;

/** Since when a broadcast goes at a tempo, and how many mails it had made then. */
export interface Tempo {
  perHour: number | null;
  since: Date;
  madeThen: number;
}

/** How many mails a tempo allows by now, beside those that were made. */
export function allowedNow({ perHour, since, madeThen }: Tempo, made: number, now: Date): number {
  if (perHour === null) return Infinity;
  const hours = Math.max(0, now.getTime() - since.getTime()) / 3_600_000;
  return Math.max(0, Math.floor(madeThen + 1 + perHour * hours - made));
}

const CONTACT_FIELDS = ["email", "first_name", "last_name"] as const;

/**
 * `{{{contact.first_name|there}}}` and `{{{FIRST_NAME|there}}}`, as users of Resend write a value with what stands in for
 * it, in the template language's own words.
 */
export function withPlainFallbacks(source: string): string {
  return source.replace(
    /\{\{\{\s*([A-Za-z_][\w.]*)\s*\|\s*([^{}|]*?)\s*\}\}\}/g,
    (_, path: string, fallback: string) => `{{ ${path} | default: ${quoted(fallback)} }}`,
  );
}

/** Liquid has no escapes in its texts. */
function quoted(text: string): string {
  return text.includes('"') ? `'${text.replaceAll("'", "’")}'` : `"${text}"`;
}

interface Person {
  address: string;
  firstName: string | null;
  lastName: string | null;
  properties: Record<string, string | number>;
}

/**
 * What a broadcast's text may say of its reader: `first_name`, `contact.first_name` and `FIRST_NAME`, and so each
 * property. What is not known is an empty text, for `default`.
 */
export function valuesOf(
  { address, firstName, lastName, properties }: Person,
  known: readonly { key: string; fallback: string | number | null }[],
): Record<string, unknown> {
  const own = { email: address, first_name: firstName ?? "", last_name: lastName ?? "" };
  const named = known.map(({ key, fallback }) => [key, properties[key] ?? fallback ?? ""] as const);
  const all = { ...Object.fromEntries(named), ...own };
  const loud = CONTACT_FIELDS.map((field) => [field.toUpperCase(), own[field]] as const);
  return { ...Object.fromEntries(loud), ...all, contact: all };
}

/** Values that stand for a reader whom nobody knows, while a draft is looked at. */
export function sampleReader(known: readonly { key: string; fallback: string | number | null }[]) {
  const properties = Object.fromEntries(
    known
      .filter(({ key }) => !RESERVED_KEYS.includes(key))
      .map(({ key, fallback }) => [key, fallback ?? key]),
  );
  return { address: "ada@example.com", firstName: "Ada", lastName: "Lovelace", properties };
}

/** The HTML with the words that mail programs show beside the subject; hidden, before all else. */
export function withPreview(html: string, preview: string | null): string {
  if (!preview) return html;
  const hidden = `<div style="display:none;max-height:0;overflow:hidden">${escaped(preview)}</div>`;
  const body = /<body[^>]*>/i.exec(html);
  const at = body ? body.index + body[0].length : 0;
  return html.slice(0, at) + hidden + html.slice(at);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
