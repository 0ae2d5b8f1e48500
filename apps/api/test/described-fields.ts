import { isObject } from "@sendex/kit/loose";
import type { Document, Operation } from "@sendex/api/http/openapi/openapi";

/** A place in a body that the description of an operation knows, by keys and indices. */
export interface DescribedField {
  path: (string | number)[];
  /** Its JSON Schema, references resolved. */
  schema: Schema;
}

export type Schema = Record<string, unknown>;

/** Deeper than any description. */
const MAX_DEPTH = 8;

/** Every place in the body of an operation, those in arrays by their first element; those of a caller's own keys as `a`. */
export function fieldsOf(document: Document, operation: Operation): DescribedField[] {
  return placesOf(document, operation).filter(({ path }) => path.length > 0);
}

/** As fieldsOf, and the body itself. */
export function placesOf(document: Document, { requestBody }: Operation): DescribedField[] {
  const schema = requestBody?.content["application/json"]?.schema;
  const fields = schema ? inside(document, schema, []) : [];
  return [...new Map(fields.map((field) => [JSON.stringify(field), field])).values()];
}

function inside(document: Document, given: Schema, path: DescribedField["path"]): DescribedField[] {
  if (path.length > MAX_DEPTH) return [];
  const schema = resolved(document, given);
  const { anyOf, properties, additionalProperties: other, items } = schema;
  const go = (next: unknown, key: string | number): DescribedField[] =>
    isObject(next) ? inside(document, next, [...path, key]) : [];
  if (Array.isArray(anyOf)) return anyOf.flatMap((one: Schema) => inside(document, one, path));
  return [
    { path, schema },
    ...(isObject(properties) ? Object.entries(properties).flatMap(([key, one]) => go(one, key)) : []),
    ...go(other === true && !isObject(properties) ? { type: "string" } : other, "a"),
    ...go(items, 0),
  ];
}

function resolved({ components }: Document, schema: Schema): Schema {
  const { $ref } = schema;
  return typeof $ref === "string" ? (components.schemas[$ref.replace(/^.*\//, "")] ?? {}) : schema;
}

/** A copy of a body with another value at this place, whatever was in the way; undefined takes it out. */
export function withValue(body: unknown, [key, ...rest]: DescribedField["path"], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof key === "number") {
    const items: unknown[] = Array.isArray(body) ? [...body] : [];
    items[key] = withValue(items[key], rest, value);
    return items;
  }
  return {
    ...(isObject(body) ? body : {}),
    [key]: withValue(isObject(body) ? body[key] : undefined, rest, value),
  };
}

/** As errors name it. */
export function nameOf(path: DescribedField["path"]): string {
  return path
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
    .join("")
    .replace(/^\./, "");
}
