import type { RawMailbox } from "@sendex/core/accepting/mailboxes";
import { type RawDraft, readDraft, SENDARIX_FIELDS } from "@sendex/core/accepting/draft";
import type { FilledTemplate } from "@sendex/pipeline/templates/fill";
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
import { type MessageBody, messageSchema, type PersonBody } from "./schemas";
import { asObject, checkShape } from "../http/shape";

/** `POST /v1/messages`. */
export const readMessage: ReadDraft = (body, now, { defaultFrom, timeZone }, filling) => {
  const { value, errors: wrong } = checkShape(messageSchema, { ...asObject(body) }, true);
  const shape = [...wrong, ...wrongTemplate(value, filling)];
  const reading = readDraft(toRaw(value, defaultFrom, filledOf(filling)), SENDARIX_FIELDS, { now, timeZone });
  const meaning = "errors" in reading ? withoutTemplated(shape, reading.errors) : [];
  const errors = mergeErrors(shape, meaning);
  return errors.length === 0 ? reading : unreadable(reading, errors);
};

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
    cc: toList(body.cc),
    bcc: toList(body.bcc),
    replyTo: toList(body.reply_to ?? filled?.replyTo),
    headers: body.headers ?? {},
    attachments: toFiles(body.attachments),
    tags: toTags(body.tags),
    metadata: body.metadata ?? {},
    priority: body.priority,
    topicId: body.topic_id,
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
