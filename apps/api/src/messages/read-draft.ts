import { type RawDraft, type RawMailbox, readDraft, SENDARIX_FIELDS } from "@sendex/core/accepting/draft";
import type { AcceptedMessage } from "@sendex/pipeline/accepting/accept";
import type { FilledTemplate, Filling } from "@sendex/pipeline/templates/fill";
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
import { type MessageBody, messageSchema, type PersonBody } from "./schemas";
import { asObject, checkShape, withoutNulls } from "../http/shape";

/** The Sendarix surface: `POST /v1/messages`. */
export const sendarix: Dialect = { toDraft, presentAccepted };

/** One message as JSON → a draft, or every wrong field. Throws bad_request on what is no object at all. */
function toDraft(body: unknown, now: Date, defaultFrom: string | null, filling?: Filling): Reading {
  const { value, errors: wrong } = checkShape(messageSchema, withoutNulls(asObject(body)));
  const shape = [...wrong, ...wrongTemplate(value, filling)];
  const reading = readDraft(toRaw(value, defaultFrom, filledOf(filling)), SENDARIX_FIELDS, now);
  const meaning = "errors" in reading ? withoutTemplated(shape, reading.errors) : [];
  const errors = mergeErrors(shape, meaning);
  return errors.length === 0 ? reading : { errors };
}

function toRaw(
  body: Partial<MessageBody>,
  defaultFrom: string | null,
  filled: FilledTemplate | undefined,
): RawDraft {
  const [from = filled?.from ?? defaultFrom] = toList(body.from);
  return {
    ...toWords(body, filled),
    from: from ?? undefined,
    to: toList(body.recipient),
    cc: [],
    bcc: [],
    replyTo: filled?.replyTo ?? [],
    headers: body.headers ?? {},
    attachments: toFiles(body.attachments),
    tags: toTags(body.tags),
    metadata: body.metadata ?? {},
    priority: body.priority,
    scheduledAt: body.scheduled_time,
  };
}

function toList(value: PersonBody | PersonBody[] = []): RawMailbox[] {
  if (Array.isArray(value)) return value.map(toMailbox);
  return value === "" ? [] : [toMailbox(value)];
}

/** An object whose address had the wrong shape is named already; its hole reads as no address. */
function toMailbox(person: PersonBody): RawMailbox {
  if (typeof person === "string") return person;
  const { email = "", name } = person;
  return name === undefined ? { email } : { email, name };
}

/** `recipient` is the first of several, as in what is read back. */
function presentAccepted({ id, status, createdAt, scheduledAt, draft }: AcceptedMessage): object {
  return {
    message_id: id,
    status,
    recipient: draft.to[0]?.address ?? null,
    created_at: createdAt.toISOString(),
    ...(scheduledAt && { scheduled_time: scheduledAt.toISOString() }),
  };
}
