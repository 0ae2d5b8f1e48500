import { hash } from "node:crypto";
import type { RawAttachment } from "@sendex/core/accepting/attachment";
import { type FieldNames, type RawDraft, SENDEX_FIELDS } from "@sendex/core/accepting/draft";
import { isReservedHeader } from "@sendex/core/accepting/header";
import type { RawMailbox } from "@sendex/core/accepting/mailboxes";
import type { FieldError } from "@sendex/core/error";
import { type Control, isControl, readControl } from "@sendex/core/smtp/control";
import { addressed } from "@sendex/core/smtp/envelope";
import type { Apart, ApartFile } from "@sendex/render/take-apart";
import type { FilledTemplate } from "../templates/fill";

/** What a mail program calls the fields of a message. */
export const SMTP_FIELDS: FieldNames = {
  ...SENDEX_FIELDS,
  from: "From",
  to: "To",
  cc: "Cc",
  bcc: "RCPT TO",
  replyTo: "Reply-To",
  subject: "Subject",
  tags: "X-Sendex-Tag",
  metadata: "X-Sendex-Metadata",
  scheduledAt: "X-Sendex-Scheduled-At",
};

interface Read {
  control: Control;
  errors: FieldError[];
  /** Of everything that it says, but for when it was written and its Message-ID. */
  fingerprint: string;
  toRaw(filled: FilledTemplate | undefined): RawDraft;
}

/** A mail in the words of a draft. Headers that are ours or SES's to write are left out, as are all but the first of a name. */
export function readMail(apart: Apart, { from, to }: { from: string; to: readonly string[] }): Read {
  const { control, errors } = readControl(apart.headers);
  if (apart.from.length > 1)
    errors.push({ field: "From", code: "too_many", message: "A mail has one From, with one address." });
  const said = {
    from: senderOf(apart, from),
    ...addressed(to, { to: apart.to, cc: apart.cc }),
    replyTo: apart.replyTo.map(mailboxOf),
    subject: apart.subject,
    ...bodiesOf(apart),
    headers: keptHeaders(apart.headers),
  };
  return {
    control,
    errors,
    fingerprint: fingerprintOf(said, control, apart.files),
    toRaw: (filled) => ({
      ...{ ...said, to: said.to.map(mailboxOf), cc: said.cc.map(mailboxOf), bcc: said.bcc.map(mailboxOf) },
      ...(filled && wordsOf(said, filled)),
      attachments: apart.files.map(fileOf),
      tags: control.tags,
      metadata: control.metadata,
      ...(control.priority !== undefined && { priority: control.priority }),
      ...(control.scheduledAt !== undefined && { scheduledAt: control.scheduledAt }),
      ...(control.topicId !== undefined && { topicId: control.topicId }),
    }),
  };
}

/** A program that names no From has said who it is all the same. */
function senderOf({ from: [from] }: Apart, envelope: string): RawMailbox | undefined {
  return from ? mailboxOf(from) : envelope || undefined;
}

function mailboxOf({ address, name }: { address: string; name?: string }): RawMailbox {
  return name ? { email: address, name } : { email: address };
}

/** What a mail has is kept as it is: no text is made of its HTML. */
function bodiesOf({ text, html }: Apart): { text: string; html?: string } {
  return { text: text ?? "", ...(html !== null && { html }) };
}

/** A template brings subject and body; the mail's own subject goes before its. */
function wordsOf(
  { subject }: { subject: string },
  filled: FilledTemplate,
): Pick<RawDraft, "subject" | "text" | "html" | "template"> {
  const { id, version, text, html } = filled;
  return {
    subject: subject || filled.subject,
    text,
    html,
    template: { id, version },
  };
}

function keptHeaders(headers: Apart["headers"]): Record<string, string> {
  const kept = new Map<string, [string, string]>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    if (!kept.has(key) && !isReservedHeader(name) && !isControl(name)) kept.set(key, [name, value]);
  }
  return Object.fromEntries(kept.values());
}

function fileOf({ filename, contentType, contentId, content }: ApartFile): RawAttachment {
  return {
    content,
    contentType,
    ...(filename !== null && { filename }),
    ...(contentId !== null && { contentId }),
  };
}

function fingerprintOf(said: object, control: Control, files: readonly ApartFile[]): string {
  const { idempotencyKey: _, ...asked } = control;
  const named = files.map(({ content, ...file }) => ({ ...file, content: hash("sha256", content) }));
  return hash("sha256", JSON.stringify([said, asked, named]));
}
