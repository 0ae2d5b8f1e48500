import type { FieldError } from "@sendex/core/error";
import type { Caller } from "@sendex/core/access";
import { subjectLine, type TemplateContent } from "@sendex/core/templates/template";
import { bindVariables, missingVariable, type TemplateData } from "@sendex/core/templates/variable";
import { findPublished, type PublishedTemplate } from "@sendex/data/templates/published";
import type { Context } from "../context";
import { templateHint } from "../hints/open";
import { refOf } from "./edit";

/** A template that a mail names, with its values. */
export interface TemplateUse {
  /** Id or alias. */
  ref: string;
  data: TemplateData;
  /** What the caller calls the two. */
  refField: string;
  dataField: string;
}

/** What a template makes of a mail; what the mail says itself goes before it. */
export interface FilledTemplate {
  id: string;
  version: number;
  subject?: string;
  html?: string;
  text?: string;
  from?: string;
  replyTo: string[];
}

export type Filling = { filled: FilledTemplate } | { errors: FieldError[] };

/**
 * Renders the published version of a template. What is wrong with it, or with its values, comes back as fields.
 */
export async function fillTemplate(
  context: Context,
  { accountId }: Pick<Caller, "accountId">,
  use: TemplateUse,
): Promise<Filling> {
  const named = refOf(use.ref);
  const template =
    named &&
    (await context.hints.templates.get(templateHint(accountId, use.ref), () =>
      findPublished(context.data, accountId, named),
    ));
  if (!template) return oneError(use.refField, "unknown", "No template with this id or alias exists.");
  if (template.version === null)
    return oneError(use.refField, "unpublished", "This template has no published version: publish it first.");
  const { version } = template;
  const key = `${accountId} ${template.id} ${version}`;
  const result = await renderTemplate(context, { ...template, key }, use);
  return "errors" in result ? result : { filled: { id: template.id, version, ...result } };
}

/** The same for any version. `key` names the content for good; without it, it may change. */
export async function renderTemplate(
  context: Context,
  template: Omit<TemplateContent, "mjml" | "blocks"> &
    Pick<PublishedTemplate, "accountId"> & { key?: string },
  use: TemplateUse,
): Promise<Omit<FilledTemplate, "id" | "version"> | { errors: FieldError[] }> {
  const bound = bindVariables(template.variables, use.data, use.dataField);
  if (!("values" in bound)) return bound;
  const { accountId, key, subject, html, text, from, replyTo } = template;
  const answer = await context.templates.ask(accountId, {
    kind: "render",
    ...(key !== undefined && { key }),
    source: { subject, html, text },
    values: bound.values,
  });
  if (bound.errors) return { errors: onceEach([...bound.errors, ...missingOf(answer, use)]) };
  if (!answer || !("rendered" in answer)) return { errors: failed(answer, use) };
  const { rendered } = answer;
  return {
    ...rendered,
    ...(rendered.subject !== undefined && { subject: subjectLine(rendered.subject) }),
    ...(from !== null && { from }),
    replyTo,
  };
}

type Answer = Awaited<ReturnType<Context["templates"]["ask"]>>;

function failed(answer: Answer, use: TemplateUse): FieldError[] {
  const failure = answer && "failure" in answer ? answer.failure : undefined;
  if (failure?.kind === "missing") return missingOf(answer, use);
  if (!failure || failure.kind === "limit") {
    const message = "The template takes too long or becomes too large with these values.";
    return [{ field: use.refField, code: "limit", message }];
  }
  const message = `The template's ${failure.part} cannot be rendered: ${failure.message}`;
  return [{ field: use.refField, code: "format", message }];
}

function missingOf(answer: Answer, { dataField }: TemplateUse): FieldError[] {
  const failure = answer && "failure" in answer ? answer.failure : undefined;
  if (failure?.kind !== "missing") return [];
  return failure.values.map(({ path, written }) => missingVariable(path, dataField, written));
}

/** What is declared and missing, the rendering misses too. */
function onceEach(errors: FieldError[]): FieldError[] {
  return errors.filter(({ field }, i) => errors.findIndex((other) => other.field === field) === i);
}

function oneError(field: string, code: string, message: string): Filling {
  return { errors: [{ field, code, message }] };
}
