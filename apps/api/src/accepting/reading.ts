import type { Tenant } from "@sendex/data/access/api-keys";
import type { FilledTemplate, Filling } from "@sendex/pipeline/templates/fill";
import type { Tag } from "@sendex/core/accepting/message";
import type { RawAttachment } from "@sendex/core/accepting/attachment";
import { defined } from "@sendex/kit/defined";
import type { DraftReading, RawDraft } from "@sendex/core/accepting/draft";
import type { FieldError } from "@sendex/core/error";
import type { FileBody, SharedBody } from "./schemas";

/**
 * How a surface reads a body into a draft, or into every wrong field.
 * @param account its own sender, where the surface lets it stand in for a missing one, and its time zone
 * @param filling what became of the template that the body names (template-use.ts)
 * @throws SendexError bad_request on what is no object at all
 */
export type ReadDraft = (body: unknown, now: Date, account: Defaults, filling?: Filling) => Reading;

/** What an account brings to its messages. */
export type Defaults = Pick<Tenant, "defaultFrom" | "timeZone">;

export type Reading = DraftReading;

const NOTHING = new Uint8Array(0);

/**
 * Joins what is wrong in shape with what is wrong in meaning. Core has seen a hole where the shape was wrong, so
 * what it says of that place, or of what contains it, is no finding.
 */
export function mergeErrors(shape: FieldError[], meaning: FieldError[]): FieldError[] {
  const own = meaning.filter(({ field }) => !shape.some((wrong) => overlaps(wrong.field, field)));
  return [...shape, ...own];
}

/** A message with these errors, and what could be read of its addresses all the same. */
export function unreadable({ addresses, places }: Reading, errors: FieldError[]): Reading {
  return { errors, addresses, places };
}

/** A template brings its own subject and body, and may bring a sender: without it nothing else is missing. */
export function withoutTemplated(shape: FieldError[], meaning: FieldError[]): FieldError[] {
  if (!shape.some(({ field }) => field.startsWith("template"))) return meaning;
  return meaning.filter(
    ({ field, code }) => code !== "required" || !["from", "subject", "text"].includes(field),
  );
}

/** Subject and body: a template's, but for the subject that the mail has itself. */
export function toWords(
  { subject, text, html }: Partial<SharedBody>,
  filled: FilledTemplate | undefined,
): Pick<RawDraft, "subject" | "text" | "html" | "template"> {
  if (!filled) return defined({ subject, text, html });
  const { id, version } = filled;
  const words = { subject: subject || filled.subject, text: filled.text, html: filled.html };
  return { ...defined(words), template: { id, version } };
}

export function filledOf(filling: Filling | undefined): FilledTemplate | undefined {
  return filling && "filled" in filling ? filling.filled : undefined;
}

/** What is wrong with a mail's template, or beside one. */
export function wrongTemplate(body: Partial<SharedBody>, filling: Filling | undefined): FieldError[] {
  if (body.template === undefined) return [];
  const beside: FieldError[] = [];
  for (const field of ["text", "html"] as const)
    if (body[field])
      beside.push(conflict(field, `${field} cannot be given beside template, which brings its own.`));
  if (typeof body.template === "object" && body.template.variables && body.template_data)
    beside.push(conflict("template_data", "template_data cannot be given beside template.variables."));
  return filling && "errors" in filling ? [...beside, ...filling.errors] : beside;
}

function conflict(field: string, message: string): FieldError {
  return { field, code: "conflict", message };
}

/** Files whose shape was wrong are named already; the hole they left counts as an empty file. */
export function toFiles(files: FileBody[] = []): RawAttachment[] {
  return files.map(({ filename, content = NOTHING, path, content_type, content_id }) => ({
    content,
    ...(path !== undefined && { path }),
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
