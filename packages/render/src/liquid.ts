import { LEAVE_PLACES } from "@sendex/core/audiences/subscription";
import { MAX_RENDERED_CHARACTERS, MAX_TEMPLATE_CHARACTERS } from "@sendex/core/templates/template";
import type { TemplateData } from "@sendex/core/templates/variable";
import {
  type Emitter,
  Liquid,
  type LiquidOptions,
  type Template,
  toValueSync,
  UndefinedVariableError,
} from "liquidjs";
import { heedAuthor } from "./liquid/author";
import { captureInHtml, htmlOf } from "./liquid/capture";
import { askLeniently } from "./liquid/conditions";
import { registerHtmlFilters } from "./liquid/html-filters";
import { escapeOnce, shown, written } from "./liquid/markup";
import { type MissingValue, NoValue, Values } from "./liquid/missing";
import { registerOutputTags } from "./liquid/output-tags";

/**
 * Liquid as customers may write it: no files, no prototypes, a value that is not there is an error, and limits that
 * the language keeps to by itself. In HTML, what the author writes is HTML and what a value holds is text. What it does not notice, the thread it runs in does (templates.ts).
 */

/** The Liquid of a template. */
export interface TemplateSource {
  subject: string | null;
  html: string | null;
  text: string | null;
}

export const PARTS = ["subject", "html", "text"] as const;
export type Part = (typeof PARTS)[number];

/** A template that has been read, without the parts it does not have. */
export type Compiled = Partial<Record<Part, Template[]>>;

export type Rendered = Partial<Record<Part, string>>;

/** Why a template gives no mail. `message` is for people, and says nothing of this server. */
export type TemplateFailure =
  | { kind: "syntax" | "failed"; part: Part; message: string }
  /** All values, of all parts, that were not given; up to 50 a part. */
  | { kind: "missing"; values: MissingValue[] }
  /** It would take too long or become too large. */
  | { kind: "limit"; part: Part; message: string };

/** One rendering's: a usual mail takes about a millisecond. */
const RENDER_MS = 300;
/** Of what the filters make, in characters and entries; counted by the language. */
const MEMORY = 16 * 1024 * 1024;
const MAX_MESSAGE = 200;

const OPTIONS: LiquidOptions = {
  strictFilters: true,
  strictVariables: true,
  // `if` and `default` may ask whether there is a value.
  lenientIf: true,
  ownPropertyOnly: true,
  // There is nothing to include: this keeps it from looking for files.
  templates: {},
  parseLimit: MAX_TEMPLATE_CHARACTERS + 1,
  renderLimit: RENDER_MS,
  memoryLimit: MEMORY,
  timezoneOffset: 0,
  locale: "en-US",
};

const plain = openPlain();
const escaping = openHtml();

/** Reads all parts of a template. */
export function compile(source: TemplateSource): Compiled | TemplateFailure {
  const compiled: Compiled = {};
  for (const part of PARTS) {
    const text = source[part];
    if (text === null) continue;
    try {
      compiled[part] = readPart(part, text);
    } catch (error) {
      return { kind: "syntax", part, message: messageOf(error) };
    }
  }
  return compiled;
}

/** Reads one part. Throws the language's error. */
export function readPart(part: Part, text: string): Template[] {
  const templates = languageOf(part).parse(withoutTripleBraces(text));
  heedAuthor(templates, { html: part === "html" });
  return templates;
}

/** Fills all parts; only in the HTML are values escaped. Stops at the first part that fails for more than a value. */
export function render(compiled: Compiled, values: TemplateData): Rendered | TemplateFailure {
  const rendered: Rendered = {};
  const missing: MissingValue[] = [];
  for (const part of PARTS) {
    const templates = compiled[part];
    if (!templates) continue;
    const filled = fill(languageOf(part), templates, values);
    if ("text" in filled) rendered[part] = filled.text;
    else if (filled.missing.length > 0) missing.push(...filled.missing);
    else return failureOf(filled.error, part);
  }
  return missing.length > 0 ? { kind: "missing", values: onceEach(missing) } : rendered;
}

function onceEach(missing: MissingValue[]): MissingValue[] {
  return [...new Map(missing.map((value) => [value.path, value])).values()];
}

export function isFailure(result: Compiled | Rendered | TemplateFailure): result is TemplateFailure {
  return "kind" in result;
}

/** Without the tags that would bring in other templates. */
function openLanguage(options: LiquidOptions): Liquid {
  const liquid = new Liquid(options);
  for (const tag of ["include", "render", "layout", "block"]) delete liquid.tags[tag];
  askLeniently(liquid);
  return liquid;
}

function openPlain(): Liquid {
  const liquid = openLanguage(OPTIONS);
  // The language's own escapes the entities that it does not know.
  liquid.registerFilter("escape_once", (value: unknown) => escapeOnce(shown(value)));
  return liquid;
}

function openHtml(): Liquid {
  // What it returns is not for the language, which hands it on to the emitter.
  const liquid = openLanguage({ ...OPTIONS, outputEscape: written as unknown as (value: unknown) => string });
  registerHtmlFilters(liquid);
  registerOutputTags(liquid);
  liquid.registerTag("capture", captureInHtml(boundedEmitter));
  return liquid;
}

export function languageOf(part: Part): Liquid {
  return part === "html" ? escaping : plain;
}

/**
 * `{{{KEY}}}`, as users of Resend write a variable: the same as with two braces, and so escaped in HTML. Nothing moves,
 * so that a place is one of what the author wrote.
 */
function withoutTripleBraces(text: string): string {
  return text.replace(/\{\{\{([ \t]*[\w.]+[ \t]*)\}\}\}/g, "{{ $1 }}");
}

type Filled = { text: string } | { missing: MissingValue[]; error: unknown };

function fill(liquid: Liquid, templates: Template[], given: TemplateData): Filled {
  const context = valuesOf(liquid, given);
  try {
    return { text: run(liquid, templates, context) };
  } catch (error) {
    const first = missingIn(error);
    return {
      missing: first ? allMissing(first, liquid, templates, valuesOf(liquid, given)) : [],
      error,
    };
  }
}

/** A link to leave is each recipient's own: its place stays until the mail is composed. */
const LEAVE_LINKS = Object.fromEntries(LEAVE_PLACES.map((name) => [name, `{{{${name}}}}`]));

export function valuesOf(liquid: Liquid, given: TemplateData): Values {
  // A copy: `increment` writes into it.
  return new Values({ ...LEAVE_LINKS, ...given }, liquid.options, { sync: true }, { liquid });
}

export function run(liquid: Liquid, templates: Template[], context: Values): string {
  const emitter = boundedEmitter(htmlOf);
  toValueSync(liquid.renderer.renderTemplates(templates, context, emitter));
  return emitter.buffer;
}

function missingIn(error: unknown): MissingValue | undefined {
  const cause = error instanceof UndefinedVariableError ? error.originalError : undefined;
  return cause instanceof NoValue ? cause.value : undefined;
}

/** Renders once more, past what is missing. */
function allMissing(
  first: MissingValue,
  liquid: Liquid,
  templates: Template[],
  context: Values,
): MissingValue[] {
  const missing = new Map([[first.path, first]]);
  context.missing = missing;
  try {
    run(liquid, templates, context);
  } catch {
    // What was noted until here is missing all the same.
  }
  return [...missing.values()];
}

const TOO_LARGE = "output limit exceeded";

function boundedEmitter(textOf: (value: unknown) => string): Emitter {
  return {
    buffer: "",
    write(value: unknown) {
      this.buffer += textOf(value);
      if (this.buffer.length > MAX_RENDERED_CHARACTERS) throw new RangeError(TOO_LARGE);
    },
  };
}

/** The limits of the language, V8's longest string, its stack, and ours. */
const LIMIT = /limit exceeded|Invalid string length|Invalid array length|call stack/i;

export function failureOf(error: unknown, part: Part): Extract<TemplateFailure, { part: Part }> {
  const message = messageOf(error);
  return { kind: LIMIT.test(message) ? "limit" : "failed", part, message };
}

/** The language's own words, on one line. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : "It cannot be read.";
  return text.replace(/\p{Cc}+/gu, " ").slice(0, MAX_MESSAGE);
}
