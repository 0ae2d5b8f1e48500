import { type AttachmentNames, type RawAttachment, readAttachments } from "./attachment";
import type { FieldError } from "../error";
import { checkHeaders } from "./header";
import { type RawMailbox, readMailboxes } from "./mailboxes";
import { hasControl, wellFormed } from "@sendex/kit/text";
import {
  type Draft,
  type Mailbox,
  MAX_RECIPIENTS,
  MAX_SUBJECT_CHARACTERS,
  type Priority,
  recipientsOf,
  type Tag,
} from "./message";
import { readSchedule } from "./schedule";
import { wrongMetadata, wrongTags } from "./tags-and-metadata";

/** What both surfaces reduce a request to once its shape has been checked: still the caller's own words. */
export interface RawDraft {
  from?: RawMailbox;
  to: RawMailbox[];
  cc: RawMailbox[];
  bcc: RawMailbox[];
  replyTo: RawMailbox[];
  /** Read already. */
  shown?: Draft["shown"];
  subject?: string;
  text?: string;
  html?: string;
  headers: Record<string, string>;
  attachments: RawAttachment[];
  tags: Tag[];
  metadata: Record<string, unknown>;
  priority?: Priority;
  scheduledAt?: string;
  topicId?: string;
  /** What subject and body were rendered from. */
  template?: { id: string; version: number };
}

/** What a surface calls each field, so that an error names what its caller wrote. */
export interface FieldNames extends AttachmentNames {
  from: string;
  to: string;
  cc: string;
  bcc: string;
  replyTo: string;
  subject: string;
  text: string;
  html: string;
  headers: string;
  tags: string;
  metadata: string;
  scheduledAt: string;
}

export const SENDEX_FIELDS: FieldNames = {
  from: "from",
  to: "to",
  cc: "cc",
  bcc: "bcc",
  replyTo: "reply_to",
  subject: "subject",
  text: "text",
  html: "html",
  headers: "headers",
  attachments: "attachments",
  filename: "filename",
  path: "path",
  contentType: "content_type",
  contentId: "content_id",
  tags: "tags",
  metadata: "metadata",
  scheduledAt: "scheduled_at",
};

export const SENDARIX_FIELDS: FieldNames = {
  ...SENDEX_FIELDS,
  to: "recipient",
  scheduledAt: "scheduled_time",
};

/** What could be read of a message's addresses, whatever else is wrong with it. */
export type Addresses = Pick<Draft, "to" | "cc" | "bcc"> & { from?: Mailbox };

/** Where the caller wrote each address, in lower case: `to`, or `to[1]` of several. */
export type Places = ReadonlyMap<string, string>;

/** When it is read, and in which zone (IANA) its account means a time of day. */
export interface DraftContext {
  now: Date;
  timeZone: string;
  /** Whether a mail may lack what a mail program may leave out: readers that it shows, a subject, a body. */
  bare?: boolean;
}

export type DraftReading = { addresses: Addresses; places: Places } & (
  { draft: Draft } | { errors: FieldError[] }
);

/**
 * The meaning of a message, once its shape is known to be right. Collects every wrong field; where something
 * required is missing, those errors come first. A repeated address stays only where it stands first in its field.
 * Source: docs/contract.md "Accepting a message", docs/security.md "Headers, MIME, templates".
 */
export function readDraft(raw: RawDraft, names: FieldNames, context: DraftContext): DraftReading {
  const { now, timeZone, bare = false } = context;
  const errors = missing(raw, names, bare);
  const places = new Map<string, string>();
  const [from] = raw.from ? readMailboxes([raw.from], names.from, errors) : [];
  const recipients = readRecipients(raw, names, errors, places);
  const replyTo = readMailboxes(raw.replyTo, names.replyTo, errors);
  const addresses = { ...(from && { from }), ...recipients };
  const subject = readSubject(raw.subject ?? "", names.subject, errors);
  errors.push(...checkHeaders(raw.headers, names.headers));
  const attachments = readAttachments(raw.attachments, names, errors);
  errors.push(...wrongTags(raw.tags, names.tags), ...wrongMetadata(raw.metadata, names.metadata));
  const field = names.scheduledAt;
  const schedule =
    raw.scheduledAt === undefined ? {} : readSchedule(raw.scheduledAt, { now, field, timeZone });
  if ("error" in schedule) errors.push(schedule.error);
  if (errors.length > 0 || !from || "error" in schedule) return { errors, addresses, places };
  const draft: Draft = {
    from,
    ...recipients,
    replyTo,
    ...(raw.shown && { shown: raw.shown }),
    subject,
    ...(raw.text !== undefined && { text: raw.text }),
    ...(raw.html && { html: raw.html }),
    headers: Object.fromEntries(
      Object.entries(raw.headers).map(([name, value]) => [name, wellFormed(value)]),
    ),
    attachments,
    tags: raw.tags,
    metadata: raw.metadata,
    priority: raw.priority ?? "standard",
    ...(raw.topicId !== undefined && { topicId: raw.topicId }),
    ...(schedule.at && { scheduledAt: schedule.at }),
    ...(raw.template && { template: raw.template }),
  };
  return { draft, addresses, places };
}

function missing(raw: RawDraft, names: FieldNames, bare: boolean): FieldError[] {
  if (bare)
    return raw.from ? [] : [{ field: names.from, code: "required", message: `${names.from} is required.` }];
  const message = `${names.from}, ${names.to}, ${names.subject}, and ${names.text} or ${names.html} are required.`;
  const fields: string[] = [];
  if (!raw.from) fields.push(names.from);
  if (raw.to.length === 0) fields.push(names.to);
  if (!raw.subject?.trim()) fields.push(names.subject);
  if (!raw.text && !raw.html) fields.push(names.text);
  return fields.map((field) => ({ field, code: "required", message }));
}

function readRecipients(
  raw: RawDraft,
  names: FieldNames,
  errors: FieldError[],
  places: Map<string, string>,
): Pick<Draft, "to" | "cc" | "bcc"> {
  const recipients = {
    to: readMailboxes(raw.to, names.to, errors, places),
    cc: readMailboxes(raw.cc, names.cc, errors, places),
    bcc: readMailboxes(raw.bcc, names.bcc, errors, places),
  };
  if (recipientsOf(recipients).length > MAX_RECIPIENTS) {
    const message = `${names.to}, ${names.cc} and ${names.bcc} take at most ${MAX_RECIPIENTS} different addresses together.`;
    errors.push({ field: names.to, code: "too_many", message });
  }
  return recipients;
}

function readSubject(subject: string, field: string, errors: FieldError[]): string {
  if (hasControl(subject, "\t")) {
    const message = `${field} must not contain line breaks or control characters.`;
    errors.push({ field, code: "format", message });
  } else if (subject.length > MAX_SUBJECT_CHARACTERS) {
    errors.push({
      field,
      code: "too_long",
      message: `${field} has at most ${MAX_SUBJECT_CHARACTERS} characters.`,
    });
  }
  return wellFormed(subject);
}
