import type { RawMailbox } from "@sendex/core/accepting/mailboxes";
import { type RawDraft, readDraft, SENDEX_FIELDS } from "@sendex/core/accepting/draft";
import type { FilledTemplate } from "@sendex/pipeline/templates/fill";
import { asWritten, renameAliases } from "./aliases";
import {
  filledOf,
  mergeErrors,
  type ReadDraft,
  toFiles,
  toTags,
  toWords,
  unreadable,
  withoutTemplated,
  wrongTemplate,
} from "../accepting/reading";
import { type EmailBody, emailSchema } from "./schemas";
import { asObject, checkShape } from "../http/shape";

/** `POST /api/v1/emails`, whose callers are mostly the `resend` SDK. */
export const readEmail: ReadDraft = (body, now, { timeZone }, filling) => {
  const given = { ...asObject(body) };
  const written = renameAliases(given);
  const { value, errors } = checkShape(emailSchema, given, true);
  const shape = [...errors, ...wrongTemplate(value, filling)];
  const reading = readDraft(toRaw(value, filledOf(filling)), SENDEX_FIELDS, { now, timeZone });
  const meaning = "errors" in reading ? withoutTemplated(shape, reading.errors) : [];
  const all = mergeErrors(shape, meaning);
  return all.length === 0 ? reading : unreadable(reading, asWritten(all, written));
};

function toRaw(body: Partial<EmailBody>, filled: FilledTemplate | undefined): RawDraft {
  return {
    ...toWords(body, filled),
    from: body.from || filled?.from,
    to: toList(body.to),
    cc: toList(body.cc),
    bcc: toList(body.bcc),
    replyTo: toList(body.reply_to ?? filled?.replyTo),
    headers: body.headers ?? {},
    attachments: toFiles(body.attachments),
    tags: toTags(body.tags),
    metadata: body.metadata ?? {},
    priority: body.priority,
    topicId: body.topic_id,
    scheduledAt: body.scheduled_at,
  };
}

function toList(value: string | string[] = []): RawMailbox[] {
  if (typeof value !== "string") return value;
  return value === "" ? [] : [value];
}
