import type { Caller } from "@sendex/core/access";
import { invalidFields } from "@sendex/core/error";
import { type RawTemplate, readTemplate, subjectLine } from "@sendex/core/templates/template";
import {
  bindVariables,
  missingVariable,
  type TemplateData,
  type TemplateVariable,
} from "@sendex/core/templates/variable";
import type { DraftPreview, DraftProblem } from "@sendex/wire/templates";
import type { Context } from "../context";
import { htmlOfBlocks } from "./prepare";

/** What an editor holds: parts of a template that need not be stored, nor right. */
export type TemplateSketch = Pick<RawTemplate, "subject" | "html" | "mjml" | "blocks" | "text" | "variables">;

const VALUES = "values";
const TOO_LONG = "It takes too long or too much memory.";

/**
 * What a template that is being written makes of these values, as far as it can be rendered, and all that is wrong with
 * it; in the thread that sending renders in.
 * @throws SendexError bad_request where the parts are too long or the variables are none, service_unavailable
 */
export async function previewDraft(
  context: Context,
  { accountId }: Pick<Caller, "accountId">,
  sketch: TemplateSketch,
  values: TemplateData,
): Promise<DraftPreview> {
  const reading = readTemplate(sketch);
  if ("errors" in reading) throw invalidFields(reading.errors);
  const { subject = null, text = null, mjml = null, blocks, variables = [] } = reading.change;
  const html = blocks ? htmlOfBlocks(blocks) : (reading.change.html ?? null);
  const compiled = mjml === null ? { html, problems: [] } : await compile(context, accountId, mjml);
  const bound = bindVariables(variables, values, VALUES);
  if (!("values" in bound)) throw invalidFields(bound.errors);
  const source = { subject, html: compiled.html, text };
  const answer = await context.templates.ask(accountId, { kind: "preview", source, values: bound.values });
  const previewed = answer && "previewed" in answer ? answer.previewed : undefined;
  const { rendered, problems, missing, used } = previewed ?? EMPTY;
  return {
    subject: rendered.subject === undefined ? null : subjectLine(rendered.subject),
    html: rendered.html ?? null,
    text: rendered.text ?? null,
    problems: [
      ...compiled.problems,
      ...(previewed ? [] : [limit(mjml === null ? "html" : "mjml")]),
      ...problems.map((problem) => inSource(problem, mjml === null ? (blocks ? "blocks" : "html") : "mjml")),
      ...valueProblems(bound.errors ?? [], missing),
    ],
    variables: usesOf(variables, used, values),
  };
}

const EMPTY = {
  rendered: {} as { subject?: string; html?: string; text?: string },
  problems: [],
  missing: [],
  used: [],
};

/** The Liquid in it is read first, so that a place is one of what the author wrote. */
async function compile(
  context: Context,
  accountId: string,
  mjml: string,
): Promise<{ html: string | null; problems: DraftProblem[] }> {
  const source = { subject: null, html: mjml, text: null };
  const read = await context.templates.ask(accountId, { kind: "preview", source, values: {} });
  const wrong =
    read && "previewed" in read ? read.previewed.problems.filter(({ kind }) => kind === "syntax") : undefined;
  if (wrong?.[0])
    return { html: null, problems: wrong.map(({ part: _, ...problem }) => ({ field: "mjml", ...problem })) };
  const answer = await context.templates.ask(accountId, { kind: "mjml", mjml });
  if (answer && "html" in answer) return { html: answer.html, problems: [] };
  const message = answer && "message" in answer ? answer.message : TOO_LONG;
  const [, line, column] = /line (\d+), column (\d+)/.exec(message) ?? [];
  return {
    html: null,
    problems: [{ field: "mjml", kind: "syntax", message, line: placeOf(line), column: placeOf(column) }],
  };
}

function placeOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

function limit(field: string): DraftProblem {
  return { field, kind: "limit", message: TOO_LONG, line: null, column: null };
}

/** A place in HTML that was made of something else is no place of the author's. */
function inSource(
  { part, ...problem }: Omit<DraftProblem, "field"> & { part: string },
  source: "html" | "mjml" | "blocks",
): DraftProblem {
  if (part !== "html" || source === "html") return { field: part, ...problem };
  return { ...problem, field: source, line: null, column: null };
}

function valueProblems(
  bound: { field: string; code: string; message: string }[],
  missing: { path: string; written: string }[],
): DraftProblem[] {
  const all = [...bound, ...missing.map(({ path, written }) => missingVariable(path, VALUES, written))];
  const once = new Map([...all].reverse().map((error) => [error.field, error]));
  return [...once.values()].reverse().map(({ field, code, message }) => ({
    field,
    kind: code === "required" ? "missing" : "type",
    message,
    line: null,
    column: null,
  }));
}

function usesOf(
  declared: TemplateVariable[],
  used: string[],
  values: TemplateData,
): DraftPreview["variables"] {
  const names = [...declared.map(({ key }) => key), ...used, ...Object.keys(values)];
  return [...new Set(names)].map((key) => ({
    key,
    type: declared.find((variable) => variable.key === key)?.type ?? null,
    declared: declared.some((variable) => variable.key === key),
    used: used.includes(key),
    given: Object.hasOwn(values, key),
  }));
}
