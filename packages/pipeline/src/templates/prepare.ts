import { type FieldError, invalidFields } from "@sendex/core/error";
import type { TemplateChange } from "@sendex/core/templates/template";
import type { Context } from "../context";

const TOO_LONG = "It takes too long or too much memory.";

/**
 * A change to a template, ready to be stored: MJML compiled, and what is Liquid read once.
 * @throws SendexError bad_request with fields, service_unavailable
 */
export async function prepareTemplate(
  context: Context,
  accountId: string,
  change: TemplateChange,
): Promise<TemplateChange> {
  const { mjml } = change;
  const prepared = mjml ? { ...change, html: await compiled(context, accountId, mjml) } : change;
  const { subject = null, html = null, text = null } = prepared;
  if (!subject && !html && !text) return prepared;
  const answer = await context.templates.ask(accountId, { kind: "check", source: { subject, html, text } });
  const problem = problemOf(answer, mjml ? "mjml" : "html");
  if (problem) throw invalidFields([problem]);
  return prepared;
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
  const field = failure.part === "html" ? htmlField : failure.part;
  const message = "message" in failure ? failure.message : "It is not Liquid.";
  return { field, code: "format", message: `${field} is not valid Liquid: ${message}` };
}
