import { MAX_RENDERED_CHARACTERS, MAX_TEMPLATE_CHARACTERS } from "@sendex/core/templates/template";
import type { TemplateData } from "@sendex/core/templates/variable";
import { Context, type Emitter, Liquid, type LiquidOptions, type Template, toValueSync } from "liquidjs";

/**
 * Liquid as customers may write it: no files, no prototypes, a variable that is not there is an error, and limits
 * that the language keeps to by itself. What it does not notice, the thread it runs in does (templates.ts).
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
  /** A variable, or a path into one, that was not given. */
  | { kind: "missing"; part: Part; name: string }
  /** It would take too long or become too large. */
  | { kind: "limit"; part: Part; message: string };

/** One rendering's: a usual mail takes about a millisecond. */
const RENDER_MS = 300;
/** Of what the filters make, in characters and entries; counted by the language. */
const MEMORY = 16 * 1024 * 1024;
const MAX_MESSAGE = 200;
const MAX_NAME = 120;

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

const plain = openLanguage(OPTIONS);
const escaping = openLanguage({ ...OPTIONS, outputEscape: (value: unknown) => escapeHtml(shown(value)) });

/** Reads all parts of a template. */
export function compile(source: TemplateSource): Compiled | TemplateFailure {
  const compiled: Compiled = {};
  for (const part of PARTS) {
    const text = source[part];
    if (text === null) continue;
    try {
      compiled[part] = languageOf(part).parse(withoutTripleBraces(text));
    } catch (error) {
      return { kind: "syntax", part, message: messageOf(error) };
    }
  }
  return compiled;
}

/** Fills all parts; only in the HTML are values escaped. Stops at the first part that fails. */
export function render(compiled: Compiled, values: TemplateData): Rendered | TemplateFailure {
  const rendered: Rendered = {};
  for (const part of PARTS) {
    const templates = compiled[part];
    if (!templates) continue;
    try {
      rendered[part] = fill(languageOf(part), templates, values);
    } catch (error) {
      return failureOf(error, part);
    }
  }
  return rendered;
}

export function isFailure(result: Compiled | Rendered | TemplateFailure): result is TemplateFailure {
  return "kind" in result;
}

/** Without the tags that would bring in other templates. */
function openLanguage(options: LiquidOptions): Liquid {
  const liquid = new Liquid(options);
  for (const tag of ["include", "render", "layout", "block"]) delete liquid.tags[tag];
  return liquid;
}

function languageOf(part: Part): Liquid {
  return part === "html" ? escaping : plain;
}

/** `{{{KEY}}}`, as users of Resend write a variable: the same as with two braces, and so escaped in HTML. */
function withoutTripleBraces(text: string): string {
  return text.replace(/\{\{\{[ \t]*([\w.]+)[ \t]*\}\}\}/g, "{{ $1 }}");
}

function fill(liquid: Liquid, templates: Template[], values: TemplateData): string {
  // A copy: `increment` writes into it.
  const context = new Context({ ...values }, liquid.options, { sync: true }, { liquid });
  const emitter = boundedEmitter();
  toValueSync(liquid.renderer.renderTemplates(templates, context, emitter));
  return emitter.buffer;
}

const TOO_LARGE = "output limit exceeded";

function boundedEmitter(): Emitter {
  return {
    buffer: "",
    write(value: unknown) {
      this.buffer += shown(value);
      if (this.buffer.length > MAX_RENDERED_CHARACTERS) throw new RangeError(TOO_LARGE);
    },
  };
}

/** A value as text: lists without separators, as Liquid has it; objects as JSON. */
function shown(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(shown).join("");
  return JSON.stringify(value) ?? "";
}

const ENTITIES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&#34;"],
  ["'", "&#39;"],
]);

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? "");
}

/** The limits of the language, V8's longest string, its stack, and ours. */
const LIMIT = /limit exceeded|Invalid string length|Invalid array length|call stack/i;

function failureOf(error: unknown, part: Part): TemplateFailure {
  const name = missingName(error);
  if (name !== undefined) return { kind: "missing", part, name: name.slice(0, MAX_NAME) };
  const message = messageOf(error);
  return { kind: LIMIT.test(message) ? "limit" : "failed", part, message };
}

function missingName(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name !== "UndefinedVariableError") return undefined;
  const cause: unknown = "originalError" in error ? error.originalError : undefined;
  const name: unknown = cause instanceof Error && "variableName" in cause ? cause.variableName : undefined;
  return typeof name === "string" ? name : undefined;
}

/** The language's own words, on one line. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : "It cannot be read.";
  return text.replace(/\p{Cc}+/gu, " ").slice(0, MAX_MESSAGE);
}
