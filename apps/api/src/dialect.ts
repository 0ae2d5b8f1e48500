import type { AcceptedMessage } from "@sendex/pipeline/accept";
import type { Draft, Tag } from "@sendex/core/message";
import type { RawAttachment } from "@sendex/core/attachment";
import type { FieldError } from "@sendex/core/error";
import type { FileBody } from "./schemas-shared";

/** What a surface adds to the pipeline that both share: how a request is read, and how a message is shown. */
export interface Dialect {
  /** @param defaultFrom the account's own sender, where the surface lets it stand in for a missing one */
  toDraft(body: unknown, now: Date, defaultFrom: string | null): Reading;
  presentAccepted(message: AcceptedMessage): object;
}

export type Reading = { draft: Draft } | { errors: FieldError[] };

const NOTHING = new Uint8Array(0);

/**
 * Joins what is wrong in shape with what is wrong in meaning. Core has seen a hole where the shape was wrong, so
 * what it says of that place, or of what contains it, is no finding.
 */
export function mergeErrors(shape: FieldError[], meaning: FieldError[]): FieldError[] {
  const own = meaning.filter(({ field }) => !shape.some((wrong) => overlaps(wrong.field, field)));
  return [...shape, ...own];
}

/** A template brings its own subject and body, and may bring a sender: without it nothing else is missing. */
export function withoutTemplated(shape: FieldError[], meaning: FieldError[]): FieldError[] {
  if (!shape.some(({ field }) => field === "template")) return meaning;
  return meaning.filter(
    ({ field, code }) => code !== "required" || !["from", "subject", "text"].includes(field),
  );
}

/** Files whose shape was wrong are named already; the hole they left counts as an empty file. */
export function toFiles(files: FileBody[] = []): RawAttachment[] {
  return files.map(({ filename, content = NOTHING, content_type, content_id }) => ({
    content,
    ...(filename !== undefined && { filename }),
    ...(content_type !== undefined && { contentType: content_type }),
    ...(content_id !== undefined && { contentId: content_id }),
  }));
}

export function toTags(tags: Partial<Tag>[] = []): Tag[] {
  return tags.map(({ name = "-", value = "-" }) => ({ name, value }));
}

function overlaps(a: string, b: string): boolean {
  return a === b || isWithin(a, b) || isWithin(b, a);
}

function isWithin(inner: string, outer: string): boolean {
  return inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);
}
