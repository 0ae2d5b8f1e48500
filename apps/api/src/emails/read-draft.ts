import { type RawDraft, type RawMailbox, readDraft, SENDEX_FIELDS } from "@sendex/core/accepting/draft";
import type { AcceptedMessage } from "@sendex/pipeline/accepting/accept";
import type { FilledTemplate, Filling } from "@sendex/pipeline/templates/fill";
import { asWritten, renameAliases } from "./aliases";
import {
  type Dialect,
  filledOf,
  mergeErrors,
  type Reading,
  toFiles,
  toTags,
  toWords,
  withoutTemplated,
  wrongTemplate,
} from "../accepting/reading";
import { type EmailBody, emailSchema } from "./schemas";
import { asObject, checkShape, withoutNulls } from "../http/shape";

/** The Sendex surface: `POST /api/v1/emails`, whose callers are mostly the `resend` SDK. */
export const sendex: Dialect = { toDraft, presentAccepted };

/** One email as JSON → a draft, or every wrong field. Throws bad_request on what is no object at all. */
function toDraft(body: unknown, now: Date, _defaultFrom: string | null, filling?: Filling): Reading {
  const given = withoutNulls(asObject(body));
  const written = renameAliases(given);
  const { value, errors } = checkShape(emailSchema, given);
  const shape = [...errors, ...wrongTemplate(value, filling)];
  const reading = readDraft(toRaw(value, filledOf(filling)), SENDEX_FIELDS, now);
  const meaning = "errors" in reading ? withoutTemplated(shape, reading.errors) : [];
  const all = mergeErrors(shape, meaning);
  return all.length === 0 ? reading : { errors: asWritten(all, written) };
}

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
    scheduledAt: body.scheduled_at,
  };
}

function toList(value: string | string[] = []): RawMailbox[] {
  if (typeof value !== "string") return value;
  return value === "" ? [] : [value];
}

function presentAccepted({ id, status, createdAt, scheduledAt }: AcceptedMessage): object {
  return {
    id,
    object: "email",
    status,
    created_at: createdAt.toISOString(),
    ...(scheduledAt && { scheduled_at: scheduledAt.toISOString() }),
  };
}
