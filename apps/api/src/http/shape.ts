import { types } from "node:util";
import { type FieldError, invalidFields, SendexError } from "@sendex/core/error";
import { isObject } from "@sendex/kit/loose";
import Joi from "joi";
import { dropNulls } from "./nulls";
import { findUnkept, NUL, type Unkept } from "./storable";

/**
 * Joi checks the shape of what came in and nothing more; what it means is core's to say. Here Joi's findings
 * become field errors, and what is wrong is cut out of the value, so that the rest can be looked at too.
 */

/** A hostile key can be as long as its body. */
const MAX_FIELD_CHARACTERS = 120;

export interface Shaped<T> {
  /** What has the right shape; the parts with errors are absent, or "" inside an array. */
  value: Partial<T>;
  errors: FieldError[];
}

/**
 * Checks a JSON value, which it may cut pieces out of: a field that is null counts as absent. The type is what the schema
 * describes.
 * @param mends whether core replaces halves of surrogate pairs, as it does in a mail, which a cut through an emoji must not stop
 */
export function checkShape<T extends object>(
  schema: Joi.ObjectSchema<T>,
  body: unknown,
  mends = false,
): Shaped<T> {
  dropNulls(schema, body);
  const result = schema.validate(body, {
    abortEarly: false,
    convert: false,
    errors: { wrap: { label: "" } },
  });
  const details = result.error?.details ?? [];
  if (!isObject(body)) return { value: {}, errors: fieldErrors(details) };
  for (const { path } of details) prune(body, path);
  const unkept = findUnkept(body, mends);
  for (const { path } of unkept) prune(body, path);
  const errors = [...fieldErrors(details), ...unkept.map(unkeptError)];
  // The parse boundary: pruned of all that is wrong, it has the schema's shape.
  return { value: (errors.length > 0 ? body : result.value) as Partial<T>, errors };
}

/** The fields of a body. Throws bad_request on what is no object, and with every wrong field. */
export function readFields<T extends object>(schema: Joi.ObjectSchema<T>, body: unknown): Partial<T> {
  const { value, errors } = checkShape(schema, { ...asObject(body) });
  if (errors.length > 0) throw invalidFields(errors);
  return value;
}

/** Throws bad_request on what is no object at all. */
export function asObject(body: unknown): Record<string, unknown> {
  if (!isObject(body)) throw new SendexError("bad_request", "The body must be a JSON object.");
  return body;
}

/** Joi's findings in our words. */
export function fieldErrors(details: readonly Joi.ValidationErrorItem[]): FieldError[] {
  return details.map(fieldError);
}

/** What a file is on the wire; the second is what old SDKs make of a Buffer. */
const FILE_ON_THE_WIRE = {
  anyOf: [
    { type: "string", contentEncoding: "base64" },
    {
      type: "object",
      properties: {
        type: { const: "Buffer" },
        data: { type: "array", items: { type: "integer", minimum: 0, maximum: 255 } },
      },
      required: ["type", "data"],
    },
  ],
};

/** Bytes that decode-files.ts made out of base64 or an array; anything else was neither. */
export function fileBytes(): Joi.AnySchema {
  return Joi.any()
    .custom((value: unknown, helpers) => (types.isUint8Array(value) ? value : helpers.error("bytes.base")))
    .meta({ schema: FILE_ON_THE_WIRE });
}

/** A text that holds NUL, by the name of what holds it. */
export function nulError(field: string): FieldError {
  return unkeptError({ path: [field.slice(0, MAX_FIELD_CHARACTERS)], ...NUL });
}

function unkeptError({ path, code, message }: Unkept): FieldError {
  const field = fieldPath(path);
  return { field, code, message: `${field} ${message}` };
}

/** `attachments[0].filename`, as the caller would write it. */
function fieldPath(path: readonly (string | number)[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`)).join("");
  return (text.startsWith(".") ? text.slice(1) : text).slice(0, MAX_FIELD_CHARACTERS);
}

const CODES: Record<
  string,
  { code: string; says: (field: string, detail: Joi.ValidationErrorItem) => string }
> = {
  "any.required": { code: "required", says: (field) => `${field} is required.` },
  "any.only": { code: "format", says: (field, { context }) => `${field} must be one of ${listed(context)}.` },
  "object.unknown": { code: "unknown", says: (field) => `${field} is not a known field.` },
  "object.base": { code: "type", says: (field) => `${field} must be an object.` },
  "array.base": { code: "type", says: (field) => `${field} must be an array.` },
  "number.base": { code: "type", says: (field) => `${field} must be a number.` },
  "string.base": { code: "type", says: (field) => `${field} must be a string.` },
  "boolean.base": { code: "type", says: (field) => `${field} must be true or false.` },
  "string.empty": { code: "required", says: (field) => `${field} is empty.` },
  "string.max": {
    code: "too_long",
    says: (field, { context }) => `${field} has at most ${String(context?.["limit"])} characters.`,
  },
  "string.pattern.name": {
    code: "format",
    says: (field, { context }) => `${field} must be ${String(context?.["name"])}.`,
  },
  "array.min": {
    code: "required",
    says: (field) => `${field} is empty: name at least one, or leave it out.`,
  },
  "array.max": {
    code: "too_many",
    says: (field, { context }) => `${field} has at most ${String(context?.["limit"])} entries.`,
  },
  "limit.base": { code: "out_of_range", says: (field) => `${field} must be a whole number.` },
  "number.integer": { code: "out_of_range", says: (field) => `${field} must be a whole number.` },
  "number.unsafe": { code: "out_of_range", says: (field) => `${field} is too large.` },
  "number.min": {
    code: "out_of_range",
    says: (field, { context }) => `${field} is at least ${String(context?.["limit"])}.`,
  },
  "number.max": {
    code: "out_of_range",
    says: (field, { context }) => `${field} is at most ${String(context?.["limit"])}.`,
  },
  "object.oxor": {
    code: "conflict",
    says: (_, { context }) => `${present(context).join(" and ")} cannot be used together.`,
  },
  "address.base": { code: "format", says: (field) => `${field} must be an email address.` },
  "id.base": { code: "format", says: (field) => `${field} must be an id of this list.` },
  "instant.base": {
    code: "format",
    says: (field) => `${field} must be an ISO 8601 time with a zone, or a day.`,
  },
  "zone.base": {
    code: "format",
    says: (field) => `${field} must be the IANA name of a time zone, such as Europe/Berlin.`,
  },
  "line.base": { code: "format", says: (field) => `${field} must be text without control characters.` },
  "list.base": {
    code: "format",
    says: (field, { context }) =>
      context?.["words"] === undefined
        ? `${field} must be values separated by commas, at most ${String(context?.["limit"])}.`
        : `${field} must be words separated by commas, of ${String(context["words"])}.`,
  },
  "tag.base": { code: "format", says: (field) => `${field} must be name:value.` },
  "event.unsent": {
    code: "format",
    says: (_, { context }) => `${String(context?.["name"])} never happens here: ${String(context?.["why"])}.`,
  },
  "array.unique": { code: "duplicate", says: (field) => `${field} is given twice.` },
  "bytes.base": { code: "format", says: (field) => `${field} must be the file's bytes in base64.` },
};

function fieldError(detail: Joi.ValidationErrorItem): FieldError {
  // Of a query's own parameters the last is the one too many; inside a body, what holds them is named.
  const odd =
    detail.type === "object.oxor" && detail.path.length === 0 ? present(detail.context).slice(-1) : [];
  const field = fieldPath([...detail.path, ...odd]);
  const known = CODES[detail.type];
  const shown = field || "The body";
  return known
    ? { field, code: known.code, message: known.says(shown, detail) }
    : { field, code: "format", message: `${shown} is not valid.` };
}

/** Of keys that exclude each other, those that are there. */
function present(context: Joi.Context | undefined): string[] {
  const keys: unknown = context?.["present"];
  return Array.isArray(keys) ? keys.map(String) : [];
}

function listed(context: Joi.Context | undefined): string {
  const valids: unknown = context?.["valids"];
  return Array.isArray(valids) ? valids.join(", ") : "the known values";
}

function prune(body: Record<string, unknown>, path: readonly (string | number)[]): void {
  let holder: unknown = body;
  for (const part of path.slice(0, -1))
    holder = Array.isArray(holder) ? holder[Number(part)] : isObject(holder) ? holder[part] : undefined;
  const last = path.at(-1);
  if (Array.isArray(holder)) holder[Number(last)] = "";
  else if (isObject(holder) && last !== undefined) delete holder[last];
}
