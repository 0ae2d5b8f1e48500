import type { Document, Operation, Parameter } from "@sendex/api/http/openapi/openapi";
import { isObject } from "@sendex/kit/loose";
import fc from "fast-check";
import { anyText } from "@sendex/testing/any-text";

/** Requests made from a description: right, nearly right, and wrong in every place. */
export interface GeneratedRequest {
  operationId: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}

export interface Seeds {
  document: Document;
  /** A sender that may send. */
  from: string;
  /** Ids that are there, of any kind. */
  ids: string[];
  now: Date;
}

type Any = fc.Arbitrary<unknown>;
type Schema = Record<string, unknown>;

const DEPTH = 4;
const printable = fc.string({ maxLength: 40 });
const junk: Any = fc.oneof(fc.jsonValue({ maxDepth: 2 }), printable, anyText());

/** Every operation of the description, with an arbitrary request for each. */
export function requestsFor(seeds: Seeds): { name: string; requests: fc.Arbitrary<GeneratedRequest> }[] {
  return Object.entries(seeds.document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      requests: requestOf(path, method, operation, seeds),
    })),
  );
}

function requestOf(
  path: string,
  method: string,
  operation: Operation,
  seeds: Seeds,
): fc.Arbitrary<GeneratedRequest> {
  const { parameters = [], requestBody } = operation;
  const of = (where: Parameter["in"]): Parameter[] =>
    parameters.filter((parameter) => parameter.in === where);
  const schema = requestBody?.content["application/json"]?.schema;
  return fc
    .record({
      ids: fc.array(idOf(seeds), { minLength: 4, maxLength: 4 }),
      query: queryOf(of("query"), seeds),
      headers: headersOf(of("header")),
      body: schema ? bodyOf(schema, seeds) : fc.constant(undefined),
      type: fc.oneof({ weight: 20, arbitrary: fc.constant("application/json") }, fc.constant("text/plain")),
    })
    .map(({ ids, query, headers, body, type }) => {
      const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(ids.pop() ?? "x"));
      const search = new URLSearchParams(query).toString();
      return {
        operationId: operation.operationId,
        method: method.toUpperCase(),
        path: search === "" ? filled : `${filled}?${search}`,
        headers: { ...headers, ...(body !== undefined && { "content-type": type }) },
        body,
      };
    });
}

/** A dot or two would be taken out of the path before it is sent. */
function idOf({ ids }: Seeds): fc.Arbitrary<string> {
  const any = fc.string({ unit: "binary-ascii", minLength: 1 }).filter((text) => !/^\.+$/.test(text));
  return fc.oneof(fc.constantFrom(...ids, "msg_x", "%00"), any);
}

function queryOf(parameters: Parameter[], seeds: Seeds): fc.Arbitrary<[string, string][]> {
  if (parameters.length === 0) return fc.constant([]);
  const known = parameters.map(({ name, schema }) =>
    fc.tuple(fc.constant(name), fc.oneof(valueOf(name, schema, seeds, 0).map(String), printable)),
  );
  const unknown = fc.tuple(printable, printable);
  return fc.array(fc.oneof({ weight: 12, arbitrary: fc.oneof(...known) }, unknown), { maxLength: 4 });
}

function headersOf(parameters: Parameter[]): fc.Arbitrary<Record<string, string>> {
  const words = fc.oneof(
    fc.constantFrom("a", "b", "strict", "permissive"),
    fc.stringMatching(/^[!-~]{1,300}$/),
  );
  const one = fc.tuple(fc.constantFrom("x-other", ...parameters.map(({ name }) => name)), words);
  return fc.array(one, { maxLength: 2 }).map((pairs) => Object.fromEntries(pairs));
}

function bodyOf(schema: Schema, seeds: Seeds): fc.Arbitrary<string> {
  const right = valueOf("", schema, seeds, 0).map((value) => JSON.stringify(value) ?? "");
  const wrong = fc.oneof(
    junk.map((value) => JSON.stringify(value) ?? ""),
    right.map((text) => text.slice(0, -1)),
    anyText(),
  );
  return fc.oneof({ weight: 9, arbitrary: right }, wrong);
}

/** What a name calls for, where any text would be refused before anything interesting happens. */
function seeded(name: string, { from, ids, now }: Seeds): Any | undefined {
  const soon = new Date(now.getTime() + 3_600_000).toISOString();
  const address = fc.constantFrom("you@inbox.example", "Two <two@inbox.example>", "a@b.example", "nobody");
  const values: Record<string, Any> = {
    from: fc.constantFrom(from, from, from, "x@other.example", "x"),
    to: fc.oneof(address, fc.array(address, { maxLength: 3 })),
    recipient: address,
    email: fc.constantFrom("you@inbox.example", "x"),
    emails: fc.array(address, { maxLength: 3 }),
    recipients: fc.array(address, { maxLength: 3 }),
    ids: fc.array(fc.constantFrom(...ids), { maxLength: 3 }),
    name: fc.constantFrom("a", "Some name", "mail.example", "a\u0000b", ""),
    template: fc.constantFrom("t", "nothing", ...ids),
    expires_at: fc.constantFrom(soon, "soon"),
    path: fc.constantFrom("https://files.example/a.txt", "x"),
    subject: fc.constantFrom("Hello", "Hello", "Hello", "a\nb", ""),
    scheduled_at: fc.constantFrom(soon, "soon", now.toISOString()),
    scheduled_time: fc.constantFrom(soon, "soon"),
    endpoint: fc.constantFrom("https://hooks.example/x", "x"),
    created_after: fc.constantFrom("2026-01-01", soon),
    after: fc.constantFrom(...ids),
    before: fc.constantFrom(...ids),
    tag: fc.constantFrom("a:b", "a"),
    content: fc.constantFrom("SGVsbG8=", "!", { type: "Buffer", data: [1, 2] }),
    filename: fc.constantFrom("a.txt", "a.exe", "a\u0000b"),
  };
  return values[name];
}

/** A value by a schema, now and then of another kind. */
function valueOf(name: string, schema: Schema, seeds: Seeds, depth: number): Any {
  const right = seeded(name, seeds) ?? shapeOf(schema, seeds, depth);
  return depth === 0 ? right : fc.oneof({ weight: 24, arbitrary: right }, junk, fc.constant(null));
}

function shapeOf(schema: Schema, seeds: Seeds, depth: number): Any {
  const { $ref, anyOf, enum: values, type, items } = schema;
  if (depth > DEPTH) return fc.constant(null);
  if (typeof $ref === "string") return shapeOf(resolved($ref, seeds), seeds, depth);
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map((one: Schema) => shapeOf(one, seeds, depth)));
  if ("const" in schema) return fc.constant(schema["const"]);
  if (Array.isArray(values)) return fc.constantFrom(...(values as unknown[]));
  if (type === "object") return objectOf(schema, seeds, depth);
  if (type === "array") {
    const item = isObject(items) ? valueOf("", items, seeds, depth + 1) : junk;
    return fc.array(item, { maxLength: 3 });
  }
  if (type === "integer" || type === "number") return fc.integer({ min: -5, max: 120 });
  if (type === "boolean") return fc.boolean();
  return type === "string" ? printable : junk;
}

function objectOf({ properties, required, additionalProperties }: Schema, seeds: Seeds, depth: number): Any {
  if (!isObject(properties)) {
    const value = isObject(additionalProperties) ? shapeOf(additionalProperties, seeds, depth + 1) : junk;
    return fc.dictionary(printable, value, { maxKeys: 3 });
  }
  const keys = Object.entries(properties).map(([name, schema]) => [
    name,
    valueOf(name, isObject(schema) ? schema : {}, seeds, depth + 1),
  ]);
  const often = ["from", "subject", "text", ...(Array.isArray(required) ? required : [])];
  const requiredKeys = often.filter((name) => typeof name === "string" && name in properties);
  const record = Object.fromEntries(keys) as Record<string, Any>;
  const few = Object.fromEntries(Object.entries(record).filter(([name]) => requiredKeys.includes(name)));
  return fc.oneof(
    { weight: 4, arbitrary: fc.record(record, { requiredKeys }) },
    { weight: 4, arbitrary: fc.record(few) },
    fc.record(record, { requiredKeys: [] }),
  );
}

function resolved(ref: string, { document }: Seeds): Schema {
  return document.components.schemas[ref.replace(/^.*\//, "")] ?? {};
}
