/** The message as the pipeline knows it, and the limits it keeps to. Both surfaces build a Draft; nothing below them knows which. */

/** Public surface a message came through; decides status words, error codes and the retry ladder. */
export type Dialect = "sendex" | "sendarix";
/** `test` mail is accepted by an sk_test_ key and only ever reaches the sandbox. */
export const MODES = ["live", "test"] as const;
export type Mode = (typeof MODES)[number];
export type Source = "api" | "smtp" | "broadcast" | "system";
/** Where a message leaves: Amazon SES, or the sandbox that stands in for it. */
export const ROUTES = ["ses", "sandbox"] as const;
export type Route = (typeof ROUTES)[number];
export const PRIORITIES = ["critical", "standard", "bulk"] as const;
export type Priority = (typeof PRIORITIES)[number];
export type RecipientKind = "to" | "cc" | "bcc";

/** A parsed mailbox. `address` has its domain in lower-case ASCII (punycode); `name` is the display name, undecorated. */
export interface Mailbox {
  address: string;
  name?: string;
}

export interface DraftAttachment {
  filename: string;
  content: Uint8Array;
  contentType: string;
  contentId?: string;
  /** The bytes are still to be fetched; `named` and `typed`: name and type are not ours to find out. */
  source?: { url: string; named: boolean; typed: boolean };
}

export interface Tag {
  name: string;
  value: string;
}

/** What a caller asked to be sent, parsed and valid, before it has an id. */
export interface Draft {
  from: Mailbox;
  to: Mailbox[];
  cc: Mailbox[];
  bcc: Mailbox[];
  replyTo: Mailbox[];
  /** What its To and Cc say, where that is not who gets it: a mail program writes the envelope apart. */
  shown?: { to: Mailbox[]; cc: Mailbox[] };
  subject: string;
  /** Absent: one is made of the HTML. Empty: none is wanted. */
  text?: string;
  html?: string;
  headers: Record<string, string>;
  attachments: DraftAttachment[];
  tags: Tag[];
  metadata: Record<string, unknown>;
  priority: Priority;
  /** Absent: now. */
  scheduledAt?: Date;
  /** What its subject and body were made from. */
  template?: { id: string; version: number };
  /** What it is about; those who left that do not get it. */
  topicId?: string;
}

/** Distinct addresses over to, cc and bcc (SES takes 50 a call; docs/contract.md "Accepting a message"). */
export const MAX_RECIPIENTS = 50;
export const MAX_BATCH = 100;
export const MAX_BODY_BYTES = 50 * 1024 * 1024;
export const MAX_SUBJECT_CHARACTERS = 998;
/** As Resend has it. */
export const MAX_TAGS = 75;
export const MAX_TAG_CHARACTERS = 256;
export const MAX_METADATA_BYTES = 16 * 1024;
export const MAX_HEADERS = 100;
/** SES takes 500 MIME parts a message (SES guide, "Sending raw email"), and up to five of them hold text, HTML and files together. */
export const MAX_ATTACHMENTS = 495;
/** SES takes this for one item of an address header, name and address as encoded ("Address length is more than 320 characters long"). */
export const MAX_ENCODED_MAILBOX_BYTES = 320;
/** What a message's files may have together: in base64 they would not fit into a mail otherwise. */
export const MAX_FILE_BYTES = 30 * 1000 * 1000;
/** SES v1 SendRawEmail takes 10 MB after base64, v2 SendEmail 40 MB (SES quotas page). */
export const SES_V1_MAX_BYTES = 10 * 1000 * 1000;
export const SES_V2_MAX_BYTES = 40 * 1000 * 1000;
/** A schedule may lie this far ahead, and this far in the past while still meaning "now". */
export const SCHEDULE_AHEAD_DAYS = 28;
export const SCHEDULE_PAST_SECONDS = 60;
/** Of a URL that a caller names for a request of ours: an endpoint, a file. */
export const MAX_URL_CHARACTERS = 2048;
export const MAX_IDEMPOTENCY_KEY_CHARACTERS = 256;
/** Promised for 24 hours; kept for longer, so that a clock or a retry that is late still finds it. */
export const IDEMPOTENCY_KEPT_HOURS = 48;

/** One envelope recipient of a draft: a repeated address is sent once, under the first kind it appears in (to, cc, bcc). */
export interface DraftRecipient {
  address: string;
  kind: RecipientKind;
}

export function recipientsOf(draft: Pick<Draft, "to" | "cc" | "bcc">): DraftRecipient[] {
  const seen = new Map<string, DraftRecipient>();
  for (const kind of ["to", "cc", "bcc"] as const) {
    for (const { address } of draft[kind]) {
      const key = address.toLowerCase();
      if (!seen.has(key)) seen.set(key, { address, kind });
    }
  }
  return [...seen.values()];
}

/** Characters of text and HTML, and bytes of files: what a message weighs before it is encoded. */
export function contentLength({ text = "", html = "", attachments }: Draft): number {
  return text.length + html.length + attachments.reduce((sum, { content }) => sum + content.byteLength, 0);
}
