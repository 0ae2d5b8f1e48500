import type { TemplateData } from "@sendex/core/templates/variable";
import type { Template } from "liquidjs";
import {
  failureOf,
  languageOf,
  type Part,
  PARTS,
  readPart,
  type Rendered,
  run,
  type TemplateSource,
  valuesOf,
} from "./liquid";
import type { MissingValue } from "./liquid/missing";

/** What is wrong in one part of a template. */
export interface PartProblem {
  part: Part;
  kind: "syntax" | "failed" | "limit";
  message: string;
  /** From 1, where the language knows it. */
  line: number | null;
  column: number | null;
}

/** A template as far as it can be rendered. */
export interface Previewed {
  /** Without the parts that failed; what is missing is left out of the others. */
  rendered: Rendered;
  problems: PartProblem[];
  missing: MissingValue[];
  /** Variables that stand in it, sorted. */
  used: string[];
}

/** Each part by itself, so that an author sees all that is wrong at once, and what is right. */
export function preview(source: TemplateSource, values: TemplateData): Previewed {
  const previewed: Previewed = { rendered: {}, problems: [], missing: [], used: [] };
  const missing = new Map<string, MissingValue>();
  const used = new Set<string>();
  for (const part of PARTS) {
    const text = source[part];
    if (text === null) continue;
    const templates = read(part, text, previewed.problems);
    if (!templates) continue;
    for (const name of languageOf(part).globalVariablesSync(templates)) used.add(name);
    fill(part, templates, values, previewed, missing);
  }
  return { ...previewed, missing: [...missing.values()], used: [...used].sort() };
}

function read(part: Part, text: string, problems: PartProblem[]): Template[] | undefined {
  try {
    return readPart(part, text);
  } catch (error) {
    problems.push(problemOf(error, part, "syntax"));
    return undefined;
  }
}

function fill(
  part: Part,
  templates: Template[],
  values: TemplateData,
  { rendered, problems }: Previewed,
  missing: Map<string, MissingValue>,
): void {
  const liquid = languageOf(part);
  const context = valuesOf(liquid, values);
  context.missing = missing;
  try {
    rendered[part] = run(liquid, templates, context);
  } catch (error) {
    problems.push(problemOf(error, part, failureOf(error, part).kind));
  }
}

/** As the language ends its messages. */
const PLACE = /, line:(\d+), col:(\d+)/;

function problemOf(error: unknown, part: Part, kind: PartProblem["kind"]): PartProblem {
  const { message } = failureOf(error, part);
  const [, line, column] = PLACE.exec(error instanceof Error ? error.message : "") ?? [];
  return {
    part,
    kind,
    message: message.replace(/, line:.*$/, ""),
    line: line === undefined ? null : Number(line),
    column: column === undefined ? null : Number(column),
  };
}
