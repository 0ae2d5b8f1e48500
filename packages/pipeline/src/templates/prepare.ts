import { type FieldError, invalidFields } from "@sendex/core/error";
import type { Blocks } from "@sendex/core/templates/blocks/blocks";
import { MAX_TEMPLATE_CHARACTERS, type TemplateChange } from "@sendex/core/templates/template";
import { blocksHtml } from "@sendex/render/blocks/html";
import type { Context } from "../context";

const TOO_LONG = "It takes too long or too much memory.";

/**
 * A change to a template, ready to be stored: MJML and blocks made into HTML, and what is Liquid read once.
 * @throws SendexError bad_request with fields, service_unavailable
 */
export async function prepareTemplate(
  context: Context,
  accountId: string,
  change: TemplateChange,
): Promise<TemplateChange> {
  const { mjml, blocks } = change;
  // Before it is compiled, so that a place is one of what the author wrote.
  if (mjml) await check(context, accountId, { subject: null, html: mjml, text: null }, "mjml");
  const made = mjml ? await compiled(context, accountId, mjml) : blocks ? htmlOfBlocks(blocks) : undefined;
  const prepared = made === undefined ? change : { ...change, html: made };
  const { subject = null, html = null, text = null } = prepared;
  if (!subject && !html && !text) return prepared;
  await check(context, accountId, { subject, html, text }, mjml ? "mjml" : blocks ? "blocks" : "html");
  return prepared;
}

/** @throws SendexError bad_request where it is too long to be stored */
export function htmlOfBlocks(blocks: Blocks): string {
  const html = blocksHtml(blocks);
  if (html.length <= MAX_TEMPLATE_CHARACTERS) return html;
  const message = `blocks make HTML of over ${MAX_TEMPLATE_CHARACTERS} characters.`;
  throw invalidFields([{ field: "blocks", code: "too_long", message }]);
}

async function check(
  context: Context,
  accountId: string,
  source: { subject: string | null; html: string | null; text: string | null },
  htmlField: string,
): Promise<void> {
  const problem = problemOf(await context.templates.ask(accountId, { kind: "check", source }), htmlField);
  if (problem) throw invalidFields([problem]);
}

async function compiled(context: Context, accountId: string, mjml: string): Promise<string> {
  const answer = await context.templates.ask(accountId, { kind: "mjml", mjml });
  if (answer && "html" in answer) return answer.html;
  const message = answer && "message" in answer ? answer.message : TOO_LONG;
  throw invalidFields([{ field: "mjml", code: "format", message: `mjml cannot be compiled: ${message}` }]);
}

type Answer = Awaited<ReturnType<Context["templates"]["ask"]>>;

function problemOf(answer: Answer, htmlField: string): FieldError | undefined {
  if (!answer) return { field: htmlField, code: "limit", message: TOO_LONG };
  if (!("failure" in answer)) return undefined;
  const { failure } = answer;
  // Nothing is rendered, so that nothing is missing.
  if (failure.kind === "missing") return undefined;
  const field = failure.part === "html" ? htmlField : failure.part;
  return { field, code: "format", message: `${field} is not valid Liquid: ${failure.message}` };
}
