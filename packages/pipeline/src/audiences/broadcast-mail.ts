import { readDraft, SENDEX_FIELDS } from "@sendex/core/accepting/draft";
import type { Draft } from "@sendex/core/accepting/message";
import { valuesOf, withPlainFallbacks, withPreview } from "@sendex/core/audiences/broadcast";
import type { ContactProperty } from "@sendex/core/audiences/contact";
import { type Variant, VARIANT_TAG } from "@sendex/core/audiences/subject-test";
import type { FieldError } from "@sendex/core/error";
import { subjectLine } from "@sendex/core/templates/template";
import type { BroadcastWords } from "@sendex/data/audiences/broadcasts";
import type { Reader } from "@sendex/data/audiences/readers";
import type { Context } from "../context";

/** Whom a mail is made for. */
export type MailReader = Pick<Reader, "address" | "firstName" | "lastName" | "properties">;

interface Making {
  accountId: string;
  /** Names the words for good, so that they are read once; absent: they may change. */
  key?: string;
  properties: readonly ContactProperty[];
  now: Date;
  /** IANA */
  timeZone: string;
  /** Which of two subjects it has; undefined: there is one, or the first. */
  variant?: Variant | undefined;
}

/** A broadcast's words as the template language reads them. */
export function sourceOf({ subject, previewText, html, text }: BroadcastWords) {
  return {
    subject: withPlainFallbacks(subject ?? ""),
    html: html ? withPlainFallbacks(withPreview(html, previewText)) : null,
    text: text === null ? null : withPlainFallbacks(text),
  };
}

/**
 * The mail that a broadcast is for one reader, by the rules of any mail, in the bulk tier. What is wrong with it comes
 * back as fields.
 * @throws SendexError service_unavailable where templates have too much to do
 */
export async function mailFor(
  context: Context,
  words: BroadcastWords,
  reader: MailReader,
  { accountId, key, properties, now, timeZone, variant }: Making,
): Promise<{ draft: Draft } | { errors: FieldError[] }> {
  const answer = await context.templates.ask(accountId, {
    kind: "render",
    ...(key !== undefined && { key: `${key} ${variant ?? ""}` }),
    source: sourceOf({ ...words, subject: subjectOf(words, variant) }),
    values: valuesOf(reader, properties),
  });
  if (!answer || !("rendered" in answer)) return { errors: [failureOf(answer)] };
  const { subject, html, text } = answer.rendered;
  const raw = {
    ...(words.from !== null && { from: words.from }),
    ...{ to: [reader.address], cc: [], bcc: [], replyTo: words.replyTo },
    ...(subject !== undefined && { subject: subjectLine(subject) }),
    ...(html !== undefined && { html }),
    ...(text !== undefined && { text }),
    ...(words.topicId !== null && { topicId: words.topicId }),
    ...{ headers: {}, attachments: [], tags: tagsOf(variant), metadata: {}, priority: "bulk" as const },
  };
  const reading = readDraft(raw, SENDEX_FIELDS, { now, timeZone });
  return "draft" in reading ? { draft: reading.draft } : { errors: reading.errors };
}

function subjectOf({ subject, subjectTest }: BroadcastWords, variant: Variant | undefined): string | null {
  return variant === "b" && subjectTest ? subjectTest.subject : subject;
}

function tagsOf(variant: Variant | undefined) {
  return variant ? [{ name: VARIANT_TAG, value: variant }] : [];
}

type Answer = Awaited<ReturnType<Context["templates"]["ask"]>>;

function failureOf(answer: Answer): FieldError {
  const failure = answer && "failure" in answer ? answer.failure : undefined;
  if (failure?.kind === "missing") {
    const [value] = failure.values;
    const message = `${value?.written ?? "A value"} is no property of contacts: make it, or name another.`;
    return { field: "html", code: "unknown", message };
  }
  if (!failure || failure.kind === "limit")
    return { field: "html", code: "limit", message: "It takes too long, or becomes too large." };
  return {
    field: failure.part,
    code: "format",
    message: `${failure.part} cannot be rendered: ${failure.message}`,
  };
}
