import { describe, expect, test } from "@jest/globals";
import Joi from "joi";
import { type Components, toJsonSchema } from "./json-schema";

const convert = (schema: Joi.Schema) => toJsonSchema(schema, new Map());
const text = { type: "string", minLength: 1 };

describe("toJsonSchema", () => {
  test.each<[string, Joi.Schema, object]>([
    ["anything", Joi.any(), {}],
    ["text", Joi.string(), text],
    ["text that may be empty", Joi.string().allow(""), { type: "string" }],
    ["a limit that code checks", Joi.string().meta({ limits: { maxLength: 9 } }), { ...text, maxLength: 9 }],
    ["text of some length", Joi.string().min(1).max(9), { ...text, minLength: 1, maxLength: 9 }],
    ["text of one length", Joi.string().length(4), { ...text, minLength: 4, maxLength: 4 }],
    ["a pattern", Joi.string().pattern(/^a\/b$/i), { ...text, pattern: "^a\\/b$" }],
    [
      "a pattern that must not match",
      Joi.string().pattern(/x/, { invert: true }),
      { ...text, not: { pattern: "x" } },
    ],
    ["an address", Joi.string().email(), { ...text, format: "email" }],
    ["a URL", Joi.string().uri(), { ...text, format: "uri" }],
    ["a time", Joi.string().isoDate(), { ...text, format: "date-time" }],
    ["a date", Joi.date(), { type: "string", format: "date-time" }],
    ["text that is trimmed", Joi.string().trim().lowercase(), text],
    ["a number", Joi.number(), { type: "number" }],
    ["a range", Joi.number().integer().min(1).max(100), { type: "integer", minimum: 1, maximum: 100 }],
    [
      "an open range",
      Joi.number().greater(0).less(1),
      { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
    ],
    ["a sign", Joi.number().positive(), { type: "number", exclusiveMinimum: 0 }],
    ["a boolean", Joi.boolean(), { type: "boolean" }],
    ["one value", Joi.valid("a"), { const: "a" }],
    ["some values", Joi.string().valid("a", "b"), { enum: ["a", "b"] }],
    ["some values and null", Joi.valid("a", null), { enum: ["a", null] }],
    [
      "an object or null",
      Joi.object({}).allow(null),
      { type: ["object", "null"], additionalProperties: false },
    ],
    ["text or null", Joi.string().allow(null), { ...text, type: ["string", "null"] }],
    ["text or false", Joi.string().allow(false), { anyOf: [text, { enum: [false] }] }],
    ["an array", Joi.array(), { type: "array" }],
    [
      "an array of text",
      Joi.array().items(words()).min(1).max(3).unique(),
      { type: "array", items: text, minItems: 1, maxItems: 3, uniqueItems: true },
    ],
    [
      "an array of either",
      Joi.array().items(words(), Joi.number()),
      { type: "array", items: { anyOf: [text, { type: "number" }] } },
    ],
    [
      "a tuple",
      Joi.array().ordered(words(), Joi.number()),
      { type: "array", prefixItems: [text, { type: "number" }], items: false },
    ],
    ["any object", Joi.object(), { type: "object", additionalProperties: true }],
    [
      "a map",
      Joi.object().pattern(Joi.string(), Joi.number()),
      { type: "object", additionalProperties: { type: "number" } },
    ],
    [
      "a map by pattern",
      Joi.object().pattern(/^x-/, words()),
      { type: "object", patternProperties: { "^x-": text }, additionalProperties: false },
    ],
    ["either", Joi.alternatives(words(), Joi.number()), { anyOf: [text, { type: "number" }] }],
    [
      "either by a test",
      Joi.alternatives().conditional(Joi.array(), { then: Joi.array(), otherwise: words() }),
      { anyOf: [{ type: "array" }, text] },
    ],
    [
      "either by tests",
      Joi.alternatives().conditional("a", {
        switch: [
          { is: 1, then: words() },
          { is: 2, then: Joi.number(), otherwise: words() },
        ],
      }),
      { anyOf: [text, { type: "number" }] },
    ],
    ["a check by code", Joi.any().custom((value: unknown) => value), {}],
  ])("says %s", (_, schema, expected) => {
    expect(convert(schema)).toEqual(expected);
  });

  test("says which keys an object has, and which must be there", () => {
    const schema = Joi.object({ a: words().required(), b: Joi.number(), c: Joi.any().forbidden() });
    expect(convert(schema)).toEqual({
      type: "object",
      properties: { a: text, b: { type: "number" } },
      required: ["a"],
      additionalProperties: false,
    });
    expect(convert(schema.unknown())).toMatchObject({ additionalProperties: true });
    expect(toJsonSchema(schema, new Map(), { grows: true })).not.toHaveProperty("additionalProperties");
  });

  test("lets keys inherit that they must be there", () => {
    const inner = Joi.object({ b: words(), c: words().optional() });
    expect(convert(Joi.object({ a: inner }).options({ presence: "required" }))).toMatchObject({
      required: ["a"],
      properties: { a: { required: ["b"] } },
    });
  });

  test("says of a key whose presence depends on another only its shape", () => {
    const when = { is: Joi.exist(), then: Joi.optional(), otherwise: Joi.required() };
    const schema = Joi.object({ a: words(), b: words().when("a", when) });
    expect(convert(schema)).toMatchObject({ properties: { b: text } });
  });

  test("says what a key may be when that depends on another", () => {
    const when = { is: "n", then: Joi.number(), otherwise: Joi.string() };
    const schema = Joi.object({ kind: words(), value: Joi.any().when("kind", when) });
    expect(convert(schema)).toMatchObject({ properties: { value: { anyOf: [{ type: "number" }, text] } } });
  });

  test("keeps descriptions, examples and defaults", () => {
    expect(convert(Joi.number().default(25).description("How many").example(10))).toEqual({
      type: "number",
      description: "How many",
      default: 25,
      examples: [10],
    });
  });

  test("puts what has a name among the components, once", () => {
    const components: Components = new Map();
    const tag = Joi.object({ name: words() }).meta({ name: "Tag" });
    const ref = { $ref: "#/components/schemas/Tag" };
    expect(toJsonSchema(Joi.array().items(tag), components)).toEqual({ type: "array", items: ref });
    expect(toJsonSchema(tag, components)).toEqual(ref);
    expect([...components.keys()]).toEqual(["Tag"]);
    expect(components.get("Tag")).toMatchObject({ properties: { name: text } });
    const other = Joi.object({ id: words() }).meta({ name: "Tag" });
    expect(() => toJsonSchema(other, components)).toThrow("Two schemas are called Tag.");
  });

  test("takes the words of the wire where Joi sees what was decoded, and what core requires", () => {
    const file = Joi.any()
      .meta({ schema: { type: "string", contentEncoding: "base64" } })
      .description("Base64");
    expect(convert(Joi.object({ file: file.meta({ needed: true }) }))).toMatchObject({
      properties: { file: { type: "string", contentEncoding: "base64", description: "Base64" } },
      required: ["file"],
    });
  });

  test.each([
    ["a type", Joi.symbol(), "symbol"],
    ["a rule", Joi.string().creditCard(), "string.creditCard"],
  ])("fails on %s that it does not know", (_, schema, named) => {
    expect(() => convert(schema)).toThrow(named);
  });
});

function words(): Joi.StringSchema {
  return Joi.string();
}
