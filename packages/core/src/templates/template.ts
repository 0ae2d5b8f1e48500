import { formatMailbox } from "../accepting/address";
import { readMailbox as readOneMailbox } from "../accepting/mailboxes";
import type { FieldError } from "../error";
import { hasControl, wellFormed } from "@sendex/kit/text";
import { MAX_SUBJECT_CHARACTERS } from "../accepting/message";
import type { Blocks } from "./blocks/blocks";
import { readBlocks } from "./blocks/read";
import { type RawVariable, readVariables, type TemplateVariable } from "./variable";

/** What one version of a template holds. Subject, HTML and text are Liquid; the rest is taken as it is. */
export interface TemplateContent {
  subject: string | null;
  html: string | null;
  text: string | null;
  /** What `html` was made from, where it was: one of these two. */
  mjml: string | null;
  blocks: Blocks | null;
  /** Mailboxes as they are shown. */
  from: string | null;
  replyTo: string[];
  variables: TemplateVariable[];
}

/** What is to be changed of a template; what is absent stays, null empties. */
export interface RawTemplate {
  name?: string;
  alias?: string | null;
  subject?: string | null;
  html?: string | null;
  text?: string | null;
  mjml?: string | null;
  blocks?: unknown;
  from?: string | null;
  replyTo?: string[];
  variables?: RawVariable[];
}

/** The parts of a change that are valid. Of HTML, MJML and blocks a new one takes the place of the others. */
export interface TemplateChange extends Partial<TemplateContent> {
  name?: string;
  alias?: string | null;
}

/** Templates of one account. */
export const MAX_TEMPLATES = 1_000;
/** Versions of one template: each publishing that changed something makes one. */
export const MAX_TEMPLATE_VERSIONS = 1_000;
export const MAX_TEMPLATE_NAME_CHARACTERS = 128;
export const MAX_ALIAS_CHARACTERS = 64;
/** Gmail clips what is shown at 102 KB; this leaves room for loops, comments and conditions. */
export const MAX_TEMPLATE_CHARACTERS = 256 * 1024;
/** What is compiled: attributes set for all can make of it a multiple. */
export const MAX_MJML_CHARACTERS = 64 * 1024;
/** Of one rendered subject, HTML or text, in UTF-16 units: about what a mail may have without its files. */
export const MAX_RENDERED_CHARACTERS = 4 * 1024 * 1024;
export const MAX_TEMPLATE_REPLY_TO = 50;

/** Never the form of an id, nor what stands in a path where an id can, so that either can be named. */
export const ALIAS = /^(?!tpl_|preview$)[A-Za-z0-9][A-Za-z0-9._-]*$/;

export function isAlias(text: string): boolean {
  return text.length <= MAX_ALIAS_CHARACTERS && ALIAS.test(text);
}

/** The meaning of a template or of a change to one; collects every wrong field. Field names are the API's. */
export function readTemplate(raw: RawTemplate): { change: TemplateChange } | { errors: FieldError[] } {
  const errors: FieldError[] = [];
  const { name, alias, subject, html, text, mjml, replyTo, variables } = raw;
  checkName(name, errors);
  checkAlias(alias, errors);
  checkText("subject", subject, MAX_SUBJECT_CHARACTERS, errors);
  if (subject && hasControl(subject, "\t"))
    errors.push(wrong("subject", "format", "must be one line without control characters."));
  checkText("html", html, MAX_TEMPLATE_CHARACTERS, errors);
  checkText("text", text, MAX_TEMPLATE_CHARACTERS, errors);
  checkText("mjml", mjml, MAX_MJML_CHARACTERS, errors);
  const blocks = readSource(raw, errors);
  const from = raw.from ? readMailbox(raw.from, "from", errors) : raw.from;
  const replies = replyTo?.map((value, i) => readMailbox(value, `reply_to[${i}]`, errors));
  if ((replyTo?.length ?? 0) > MAX_TEMPLATE_REPLY_TO)
    errors.push(wrong("reply_to", "too_many", `takes at most ${MAX_TEMPLATE_REPLY_TO} addresses.`));
  const declared = variables && readVariables(variables, "variables");
  if (declared && "errors" in declared) errors.push(...declared.errors);
  if (errors.length > 0) return { errors };
  return {
    change: {
      ...(name !== undefined && { name: name.trim() }),
      ...(alias !== undefined && { alias }),
      ...(subject !== undefined && { subject: subject || null }),
      ...(html !== undefined && { html: html || null, mjml: null, blocks: null }),
      ...(text !== undefined && { text }),
      ...(mjml && { mjml, blocks: null }),
      // Given up, the HTML that was made of them stays.
      ...(blocks !== undefined && (blocks === null ? { blocks } : { blocks, mjml: null })),
      ...(from !== undefined && { from: from || null }),
      ...(replies && { replyTo: replies }),
      ...(declared && "variables" in declared && { variables: declared.variables }),
    },
  };
}

/** What is given beside HTML, and what HTML would be made from. → the blocks; undefined: of them nothing is said */
function readSource(
  { html, mjml, blocks: given }: RawTemplate,
  errors: FieldError[],
): Blocks | null | undefined {
  if (html && mjml)
    errors.push(wrong("mjml", "conflict", "cannot be given beside html, which is made of it."));
  if (given === undefined || given === null) return given;
  if (html || mjml)
    errors.push(wrong("blocks", "conflict", "cannot be given beside html or mjml: html is made of them."));
  const read = readBlocks(given);
  if ("blocks" in read) return read.blocks;
  errors.push(...read.errors);
  return undefined;
}

/** Line breaks that a subject got from its template's layout, or from a value, become spaces: a header is one line. */
export function subjectLine(rendered: string): string {
  return rendered.replace(/[\t ]*[\r\n\v\f\u0085\u2028\u2029]+[\t ]*/g, " ").trim();
}

function checkName(name: string | undefined, errors: FieldError[]): void {
  if (name === undefined) return;
  if (name.trim() === "") errors.push({ field: "name", code: "required", message: "name is required." });
  else if (hasControl(name) || wellFormed(name) !== name)
    errors.push(wrong("name", "format", "must be one line without control characters."));
  else if (name.length > MAX_TEMPLATE_NAME_CHARACTERS)
    errors.push(wrong("name", "too_long", `has at most ${MAX_TEMPLATE_NAME_CHARACTERS} characters.`));
}

function checkAlias(alias: string | null | undefined, errors: FieldError[]): void {
  if (alias === undefined || alias === null) return;
  if (alias.length > MAX_ALIAS_CHARACTERS)
    errors.push(wrong("alias", "too_long", `has at most ${MAX_ALIAS_CHARACTERS} characters.`));
  else if (!ALIAS.test(alias))
    errors.push(
      wrong(
        "alias",
        "format",
        "must be letters, digits, dots, hyphens and underscores, and neither begin with tpl_ nor be preview.",
      ),
    );
}

function checkText(
  field: string,
  value: string | null | undefined,
  most: number,
  errors: FieldError[],
): void {
  if (!value) return;
  if (value.length > most) errors.push(wrong(field, "too_long", `has at most ${most} characters.`));
  else if (value.includes("\0") || wellFormed(value) !== value)
    errors.push(wrong(field, "format", "must be Unicode text without NUL characters."));
}

function readMailbox(value: string, field: string, errors: FieldError[]): string {
  const mailbox = readOneMailbox(value, field, errors);
  return mailbox ? formatMailbox(mailbox) : value;
}

function wrong(field: string, code: string, rest: string): FieldError {
  return { field, code, message: `${field} ${rest}` };
}
