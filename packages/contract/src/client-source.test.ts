import { describe, expect, test } from "@jest/globals";
import { clientSource } from "./client-source";
import { typeText } from "./type-text";

const text = { type: "string" };

describe("typeText", () => {
  test.each<[object, string]>([
    [{}, "unknown"],
    [text, "string"],
    [{ type: "integer" }, "number"],
    [{ type: ["string", "null"] }, "string | null"],
    [{ const: "email" }, '"email"'],
    [{ enum: ["a", null] }, '"a" | null'],
    [{ $ref: "#/components/schemas/Tag" }, "Tag"],
    [{ anyOf: [text, { type: "array", items: text }] }, "string | Array<string>"],
    [{ type: "array" }, "Array<unknown>"],
    [{ type: "array", prefixItems: [text, { type: "null" }] }, "[string, null]"],
    [{ type: "object", additionalProperties: true }, "Record<string, unknown>"],
    [{ type: "object", additionalProperties: text }, "Record<string, string>"],
    [
      { type: "object", properties: { a: text, "b-c": { ...text, description: "B" } }, required: ["a"] },
      '{\n  "a": string;\n  /** B */\n  "b-c"?: string;\n}',
    ],
    [
      { type: "object", properties: { a: text }, additionalProperties: true },
      '{\n  "a"?: string;\n  [name: string]: unknown;\n}',
    ],
  ])("of %j is %s", (schema, expected) => {
    expect(typeText({ ...schema })).toBe(expected);
  });
});

describe("clientSource", () => {
  const answers = {
    200: { content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } } },
  };
  const operation = (operationId: string) => ({ operationId, summary: "Read", responses: answers });
  const source = (paths: Parameters<typeof clientSource>[0]["paths"]) =>
    clientSource({ paths, components: { schemas: { Thing: { type: "object", properties: { id: text } } } } });

  test("gives each operation a method in its group, with what it takes in the order of need", () => {
    const made = source({
      "/a/{id}/b/{other}": {
        post: {
          ...operation("things.parts.add"),
          parameters: [
            { name: "limit", in: "query", required: false, schema: { type: "integer" } },
            { name: "Idempotency-Key", in: "header", required: false, schema: text },
          ],
          requestBody: { content: { "application/json": { schema: text } } },
        },
      },
      "/a": { get: operation("things.list") },
    });
    expect(made).toContain('export type Thing = {\n  "id"?: string;\n};');
    expect(made).toContain('export type ThingsPartsAddQuery = {\n  "limit"?: number;\n};');
    expect(made).toContain(
      '(id: string, other: string, body: string, query: ThingsPartsAddQuery = {}, options: Options = {}) => call<Thing>("POST", `/a/${encodeURIComponent(id)}/b/${encodeURIComponent(other)}`, { body, query, keyed: true }, options)',
    );
    expect(made).toContain('"list": (options: Options = {}) => call<Thing>("GET", `/a`, {}, options)');
  });

  test("refuses an id that is both an operation and a group", () => {
    expect(() => source({ "/a": { get: operation("a"), post: operation("a.b") } })).toThrow("a group");
  });
});
