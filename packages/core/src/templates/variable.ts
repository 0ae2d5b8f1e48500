import type { FieldError } from "../error";
import { wellFormed } from "@sendex/kit/text";

/** The rules of the variables that a template declares, and of the values that a mail gives them. */

export const VARIABLE_TYPES = ["string", "number", "boolean", "object", "list"] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

export interface TemplateVariable {
  key: string;
  type: VariableType;
  /** Stands in where no value is given; absent: one must be. */
  fallback?: unknown;
}

/** A declaration as it came in. */
export interface RawVariable {
  key: string;
  /** What the caller calls the key, where it is another word. */
  called?: string;
  /** Absent: a string. */
  type?: VariableType;
  /** Null is as good as absent. */
  fallback?: unknown;
}

/** The values of a mail's variables by their keys. */
export type TemplateData = Record<string, unknown>;

export const MAX_VARIABLES = 100;
export const MAX_VARIABLE_CHARACTERS = 64;
/** Of one mail's values as JSON, in UTF-16 units. */
export const MAX_DATA_CHARACTERS = 256 * 1024;
/** Of all fallbacks of a template as JSON. */
export const MAX_FALLBACK_CHARACTERS = 64 * 1024;

export const VARIABLE_KEY = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** What Liquid itself means by a name, and what JavaScript does. */
const RESERVED = new Set([
  ...["true", "false", "nil", "null", "empty", "blank", "and", "or", "not", "contains", "in"],
  ...["forloop", "tablerowloop", "block", "__proto__", "constructor", "prototype"],
]);

/** Declarations, or what is wrong with each of them. `field` is what the caller calls their list. */
export function readVariables(
  raw: RawVariable[],
  field: string,
): { variables: TemplateVariable[] } | { errors: FieldError[] } {
  if (raw.length > MAX_VARIABLES)
    return { errors: [wrong(field, "too_many", `has at most ${MAX_VARIABLES} entries.`)] };
  const seen = new Set<string>();
  const errors = raw.flatMap((variable, i) => wrongDeclaration(variable, `${field}[${i}]`, seen));
  const variables = raw.map(({ key, type = "string", fallback }): TemplateVariable => {
    return fallback === undefined || fallback === null ? { key, type } : { key, type, fallback };
  });
  const fallbacks = JSON.stringify(variables);
  if (fallbacks.length > MAX_FALLBACK_CHARACTERS)
    errors.push(wrong(field, "too_long", `has at most ${MAX_FALLBACK_CHARACTERS} characters as JSON.`));
  else if (!isStorable(variables))
    errors.push(wrong(field, "format", "must be Unicode text without NUL characters."));
  return errors.length > 0 ? { errors } : { variables };
}

/**
 * The values that a template is rendered with: those given, and a fallback where one is declared and none is given.
 * Names every variable that is missing or of another type than it was declared, beside the values that there are;
 * what is not declared passes as it is. `field` is what the caller calls the values.
 */
export function bindVariables(
  declared: readonly TemplateVariable[],
  given: TemplateData,
  field: string,
): { values: TemplateData; errors?: FieldError[] } | { errors: FieldError[] } {
  if (JSON.stringify(given).length > MAX_DATA_CHARACTERS)
    return { errors: [wrong(field, "too_long", `has at most ${MAX_DATA_CHARACTERS} characters as JSON.`)] };
  const values = new Map(Object.entries(given));
  const errors: FieldError[] = [];
  for (const { key, type, fallback } of declared) {
    const value = values.get(key) ?? fallback;
    if (value === undefined) errors.push(missingVariable(key, field));
    else if (typeOf(value) !== type) errors.push(wrong(`${field}.${key}`, "type", `must be ${A[type]}.`));
    else values.set(key, value);
  }
  return { values: Object.fromEntries(values), ...(errors.length > 0 && { errors }) };
}

/**
 * @param path a variable, or a path into one: `order.total`, `items[1].price`
 * @param written the same as the template has it: `item.price`
 */
export function missingVariable(path: string, field: string, written = path): FieldError {
  const what = written === path ? "it" : path;
  return {
    field: `${field}.${path}`,
    code: "required",
    message: `The template's variable ${written} is missing: give ${what} in ${field}.`,
  };
}

const A: Record<VariableType, string> = {
  string: "a string",
  number: "a number",
  boolean: "true or false",
  object: "an object",
  list: "an array",
};

function wrongDeclaration(
  { key, called = "key", type = "string", fallback }: RawVariable,
  at: string,
  seen: Set<string>,
) {
  const errors: FieldError[] = [];
  const name = `${at}.${called}`;
  if (key.length > MAX_VARIABLE_CHARACTERS)
    errors.push(wrong(name, "too_long", `has at most ${MAX_VARIABLE_CHARACTERS} characters.`));
  else if (!VARIABLE_KEY.test(key))
    errors.push(
      wrong(name, "format", "must be letters, digits and underscores, and not begin with a digit."),
    );
  else if (RESERVED.has(key))
    errors.push(wrong(name, "forbidden", `must not be ${key}, a word of Liquid's.`));
  else if (seen.has(key)) errors.push(wrong(name, "duplicate", "is declared twice."));
  seen.add(key);
  if (fallback !== undefined && fallback !== null && typeOf(fallback) !== type)
    errors.push(wrong(`${at}.fallback_value`, "type", `must be ${A[type]}, as the variable is.`));
  return errors;
}

function typeOf(value: unknown): VariableType | undefined {
  if (Array.isArray(value)) return "list";
  const type = typeof value;
  if (type === "object") return value === null ? undefined : "object";
  return type === "string" || type === "number" || type === "boolean" ? type : undefined;
}

function wrong(field: string, code: string, rest: string): FieldError {
  return { field, code, message: `${field} ${rest}` };
}

/** jsonb takes neither NUL nor half a surrogate pair. */
function isStorable(value: unknown): boolean {
  let storable = true;
  JSON.stringify(value, (key, part: unknown) => {
    const texts = typeof part === "string" ? [key, part] : [key];
    if (texts.some((text) => text.includes("\0") || wellFormed(text) !== text)) storable = false;
    return part;
  });
  return storable;
}
