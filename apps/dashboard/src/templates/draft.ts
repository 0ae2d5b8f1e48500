import type { TemplateVersion } from "@sendex/sdk/generated/api";
import { asBlocks } from "../ui/writing/blocks/as-blocks";
import type { Blocks } from "../ui/writing/blocks/model";
import type { Template, Variable } from "./template";

/**
 * A template as it is written: texts are empty where there is nothing. `mjml` and `blocks` are null where it is written as HTML; `text`
 * null is made of the HTML as a mail is sent, and an empty one means mail without a text part.
 */
export interface Draft {
  name: string;
  alias: string;
  from: string;
  reply_to: string[];
  subject: string;
  html: string;
  mjml: string | null;
  blocks: Blocks | null;
  text: string | null;
  variables: Variable[];
}

/** What a version of a template holds. */
export type Content = Omit<Draft, "name" | "alias">;

type Shown = Pick<
  TemplateVersion,
  "from" | "reply_to" | "subject" | "html" | "mjml" | "blocks" | "text" | "variables"
>;

export function contentOf({ from, reply_to, subject, html, mjml, blocks, text, variables }: Shown): Content {
  return {
    from: from ?? "",
    reply_to: reply_to ?? [],
    subject: subject ?? "",
    html: html ?? "",
    mjml: mjml || null,
    blocks: blocks && asBlocks(blocks),
    text,
    variables: variables.map(({ key, type, fallback_value }) => ({
      key,
      type,
      fallback: fallback_value ?? null,
    })),
  };
}

export function draftOf(template: Template): Draft {
  return { name: template.name, alias: template.alias ?? "", ...contentOf(template) };
}

/** What was changed and differs from what is stored. */
export function realChanges(stored: Draft, changes: Partial<Draft>): Partial<Draft> {
  const all: Draft = { ...stored, ...changes };
  return {
    ...(all.name !== stored.name && { name: all.name }),
    ...(all.alias !== stored.alias && { alias: all.alias }),
    ...(all.from !== stored.from && { from: all.from }),
    ...(!isSame(all.reply_to, stored.reply_to) && { reply_to: all.reply_to }),
    ...(all.subject !== stored.subject && { subject: all.subject }),
    ...(isHtmlChanged(all, stored) && { html: all.html }),
    ...(all.mjml !== stored.mjml && { mjml: all.mjml }),
    ...(!isSame(all.blocks, stored.blocks) && { blocks: all.blocks }),
    ...(all.text !== stored.text && { text: all.text }),
    ...(!isSame(all.variables, stored.variables) && { variables: all.variables }),
  };
}

/** What is made of MJML or blocks is nobody's change, until they are given up: then it is what goes on. */
function isHtmlChanged(all: Draft, stored: Draft): boolean {
  const isMade = ({ mjml, blocks }: Draft) => mjml !== null || blocks !== null;
  return !isMade(all) && (all.html !== stored.html || isMade(stored));
}

/** What is left of the changes once `sent` is stored: what was typed meanwhile. */
export function withoutStored(changes: Partial<Draft>, sent: Partial<Draft>): Partial<Draft> {
  const left = Object.entries(changes).filter(
    ([name, value]) => !(name in sent) || !isSame(value, valueOf(sent, name)),
  );
  return Object.fromEntries(left);
}

/** As `PATCH` and `POST` take it. */
export function bodyOf(draft: Partial<Draft>) {
  const { name, alias, from, reply_to, subject, text, variables } = draft;
  return {
    ...(name !== undefined && { name }),
    ...(alias !== undefined && { alias: alias || null }),
    ...(from !== undefined && { from: from || null }),
    ...(reply_to !== undefined && { reply_to: reply_to.length > 0 ? reply_to : null }),
    ...(subject !== undefined && { subject: subject || null }),
    ...sourceOf(draft),
    ...(text !== undefined && { text }),
    ...(variables !== undefined && { variables: variables.map(declarationOf) }),
  };
}

/** Each takes the others' place; given together they are refused. */
function sourceOf({ html, mjml, blocks }: Partial<Draft>) {
  if (blocks) return { blocks: { ...blocks } };
  if (typeof mjml === "string") return { mjml };
  return html === undefined ? {} : { html: html || null };
}

/** As the API takes a declaration. */
export function declarationOf({ key, type, fallback }: Variable) {
  return { key, type, fallback_value: fallback };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function valueOf(draft: Partial<Draft>, name: string): unknown {
  return Object.entries(draft).find(([field]) => field === name)?.[1];
}
