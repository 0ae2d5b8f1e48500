import { isDeepStrictEqual } from "node:util";
import { isObject } from "@sendex/kit/loose";
import type Joi from "joi";

/**
 * Joi schemas → JSON Schema 2020-12, over `schema.describe()`. What Joi can say and this cannot fails loudly, so that
 * the description never says less than it seems to. Beside Joi's own words a schema may carry, as `meta`:
 * `name`, to stand once among the components; `schema`, what JSON sees where Joi sees something that was decoded or
 * is checked by code; `needed`, a key that core requires and Joi lets core report; `limits`, what core holds it to.
 */
export type JsonSchema = Record<string, unknown>;

/** Where schemas with a name go; the rest stands in place. */
export type Components = Map<string, JsonSchema>;

/** What `describe()` returns, as far as it is read here. */
interface Described {
  type: string;
  flags?: Record<string, unknown>;
  preferences?: Record<string, unknown>;
  metas?: Record<string, unknown>[];
  notes?: string[];
  examples?: unknown[];
  allow?: unknown[];
  rules?: { name: string; args?: Record<string, unknown> }[];
  keys?: Record<string, Described>;
  patterns?: { schema?: Described; regex?: string; rule: Described }[];
  items?: Described[];
  ordered?: Described[];
  matches?: (Test & { schema?: Described })[];
  whens?: Test[];
}

interface Test {
  then?: Described;
  otherwise?: Described;
  switch?: Test[];
}

interface Scope {
  components: Components;
  /** Joi's `presence` preference, which keys inherit. */
  presence: string;
  grows: boolean;
}

/**
 * Throws on a construct that is not known here.
 * @param options.grows of answers, which may have more keys in a later version: it is left open what else they hold
 */
export function toJsonSchema(
  schema: Joi.Schema,
  components: Components,
  { grows = false }: { grows?: boolean } = {},
): JsonSchema {
  // The parse boundary: Joi types its descriptions as anything at all.
  return convert(schema.describe() as Described, { components, presence: "optional", grows });
}

function convert(described: Described, outer: Scope): JsonSchema {
  const presence = described.preferences?.["presence"];
  const scope = typeof presence === "string" ? { ...outer, presence } : outer;
  const name = metaOf(described, "name");
  if (typeof name !== "string") return inPlace(described, scope);
  const shape = inPlace(described, scope);
  const known = scope.components.get(name);
  if (known && !isDeepStrictEqual(known, shape)) throw new Error(`Two schemas are called ${name}.`);
  scope.components.set(name, shape);
  return { $ref: `#/components/schemas/${name}` };
}

function inPlace(described: Described, scope: Scope): JsonSchema {
  const said = metaOf(described, "schema");
  const shape = isObject(said) ? said : withAllowed(shapeOf(described, scope), described);
  const limits = metaOf(described, "limits");
  return { ...annotations(described), ...shape, ...(isObject(limits) && limits) };
}

function shapeOf(described: Described, scope: Scope): JsonSchema {
  if (described.flags?.["only"] === true) return {};
  const convertType = TYPES[described.type];
  if (!convertType) throw new Error(`No JSON Schema for Joi's type ${described.type}`);
  const shape = convertType(described, scope);
  return withRules(withWhens(shape, described, scope), described);
}

const TYPES: Record<string, (described: Described, scope: Scope) => JsonSchema> = {
  any: () => ({}),
  string: stringShape,
  number: () => ({ type: "number" }),
  boolean: () => ({ type: "boolean" }),
  date: () => ({ type: "string", format: "date-time" }),
  binary: () => ({ type: "string", contentEncoding: "base64" }),
  object: objectShape,
  array: arrayShape,
  alternatives: (described, scope) => {
    const branches = (described.matches ?? []).flatMap((match) =>
      match.schema ? [match.schema] : testsOf(match),
    );
    return anyOf(branches.map((branch) => convert(branch, scope)));
  },
};

/** Joi takes no empty text unless it is allowed. Answers are not held to that. */
function stringShape({ allow = [] }: Described, { grows }: Scope): JsonSchema {
  return { type: "string", ...(!grows && !allow.includes("") && { minLength: 1 }) };
}

function objectShape(described: Described, scope: Scope): JsonSchema {
  const keys = Object.entries(described.keys ?? {}).filter(
    ([, key]) => presenceOf(key, scope) !== "forbidden",
  );
  const required = keys.filter(
    ([, key]) => presenceOf(key, scope) === "required" || metaOf(key, "needed") === true,
  );
  const patterns = described.patterns ?? [];
  const byRegex = patterns.filter(({ regex }) => regex !== undefined);
  const anyName = patterns.find(({ schema }) => schema !== undefined);
  const open = described.flags?.["unknown"] === true || (!described.keys && patterns.length === 0);
  return {
    type: "object",
    ...(keys.length > 0 && {
      properties: Object.fromEntries(keys.map(([name, key]) => [name, convert(key, scope)])),
    }),
    ...(required.length > 0 && { required: required.map(([name]) => name) }),
    ...(byRegex.length > 0 && {
      patternProperties: Object.fromEntries(
        byRegex.map(({ regex = "", rule }) => [sourceOf(regex), convert(rule, scope)]),
      ),
    }),
    ...(anyName && { additionalProperties: convert(anyName.rule, scope) }),
    ...(!anyName && (open || !scope.grows) && { additionalProperties: open }),
  };
}

function arrayShape({ items = [], ordered = [] }: Described, scope: Scope): JsonSchema {
  if (ordered.length > 0) {
    return { type: "array", prefixItems: ordered.map((item) => convert(item, scope)), items: false };
  }
  return items.length === 0
    ? { type: "array" }
    : { type: "array", items: anyOf(items.map((item) => convert(item, scope))) };
}

/** A `when` that decides nothing but whether a key must be there says nothing of its shape. */
function withWhens(shape: JsonSchema, { whens = [] }: Described, scope: Scope): JsonSchema {
  const branches = whens
    .flatMap(testsOf)
    .map((branch) => convert(branch, scope))
    .filter((branch) => Object.keys(branch).length > 0);
  return branches.length === 0 ? shape : { ...shape, ...anyOf(branches) };
}

function testsOf(test: Test): Described[] {
  const tests = test.switch ?? [test];
  return tests.flatMap(({ then, otherwise }) => [then, otherwise]).filter((branch) => branch !== undefined);
}

function withRules(shape: JsonSchema, { type, rules = [] }: Described): JsonSchema {
  return rules.reduce((said, { name, args = {} }) => ({ ...said, ...ruleShape(type, name, args) }), shape);
}

function ruleShape(type: string, name: string, args: Record<string, unknown>): JsonSchema {
  const rule = RULES[`${type}.${name}`] ?? RULES[name];
  if (!rule) throw new Error(`No JSON Schema for Joi's ${type}.${name}()`);
  return rule(args);
}

/** Checks by code, and rules that change a value instead of checking it. */
const SAYS_NOTHING = ["custom", "trim", "case", "normalize", "replace", "truncate", "sort", "external"];

const RULES: Record<string, (args: Record<string, unknown>) => JsonSchema> = {
  ...Object.fromEntries(SAYS_NOTHING.map((name) => [name, () => ({})])),
  "string.min": ({ limit }) => ({ minLength: limit }),
  "string.max": ({ limit }) => ({ maxLength: limit }),
  "string.length": ({ limit }) => ({ minLength: limit, maxLength: limit }),
  "string.pattern": ({ regex, options }) =>
    isObject(options) && options["invert"] === true
      ? { not: { pattern: sourceOf(String(regex)) } }
      : { pattern: sourceOf(String(regex)) },
  "string.email": () => ({ format: "email" }),
  "string.uri": () => ({ format: "uri" }),
  "string.guid": () => ({ format: "uuid" }),
  "string.isoDate": () => ({ format: "date-time" }),
  "string.hostname": () => ({ format: "hostname" }),
  "string.domain": () => ({ format: "hostname" }),
  "string.base64": () => ({ contentEncoding: "base64" }),
  "string.hex": () => ({ pattern: "^[0-9a-fA-F]*$" }),
  "string.alphanum": () => ({ pattern: "^[0-9a-zA-Z]*$" }),
  "number.integer": () => ({ type: "integer" }),
  "number.min": ({ limit }) => ({ minimum: limit }),
  "number.max": ({ limit }) => ({ maximum: limit }),
  "number.greater": ({ limit }) => ({ exclusiveMinimum: limit }),
  "number.less": ({ limit }) => ({ exclusiveMaximum: limit }),
  "number.multiple": ({ base }) => ({ multipleOf: base }),
  "number.sign": ({ sign }) => (sign === "positive" ? { exclusiveMinimum: 0 } : { exclusiveMaximum: 0 }),
  "array.min": ({ limit }) => ({ minItems: limit }),
  "array.max": ({ limit }) => ({ maxItems: limit }),
  "array.length": ({ limit }) => ({ minItems: limit, maxItems: limit }),
  "array.unique": () => ({ uniqueItems: true }),
  "object.min": ({ limit }) => ({ minProperties: limit }),
  "object.max": ({ limit }) => ({ maxProperties: limit }),
};

/** `valid(…)` is all there is; `allow(…)` is there beside the shape. An empty text is text like any other. */
function withAllowed(shape: JsonSchema, { flags, allow = [] }: Described): JsonSchema {
  const values = allow.filter((value) => !isObject(value));
  if (flags?.["only"] === true) {
    if (values.length > 1) return { enum: values };
    return values[0] === null ? { type: "null" } : { const: values[0] };
  }
  const others = values.filter((value) => value === null || typeof value !== shape["type"]);
  if (others.length === 0 || Object.keys(shape).length === 0) return shape;
  const onlyNull = others.every((value) => value === null);
  if (onlyNull && typeof shape["type"] === "string") return { ...shape, type: [shape["type"], "null"] };
  return anyOf([shape, onlyNull ? { type: "null" } : { enum: others }]);
}

function annotations(described: Described): JsonSchema {
  const { flags = {}, examples } = described;
  const value = flags["default"];
  return {
    ...(typeof flags["description"] === "string" && { description: flags["description"] }),
    ...(value !== undefined && !isObject(value) && { default: value }),
    ...(examples && { examples }),
  };
}

function anyOf(branches: JsonSchema[]): JsonSchema {
  const distinct = [...new Map(branches.map((branch) => [JSON.stringify(branch), branch])).values()];
  return distinct.length === 1 && distinct[0] ? distinct[0] : { anyOf: distinct };
}

function presenceOf({ flags }: Described, { presence }: Scope): unknown {
  return flags?.["presence"] ?? presence;
}

function metaOf({ metas = [] }: Described, key: string): unknown {
  return metas.findLast((meta) => key in meta)?.[key];
}

/** Joi prints regular expressions as `/source/flags`. */
function sourceOf(printed: string): string {
  return printed.replace(/^\/(.*)\/[a-z]*$/su, "$1");
}
