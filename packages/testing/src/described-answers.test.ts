import { describe, expect, test } from "@jest/globals";
import { openContract } from "./described-answers";

const text = { type: "string" };
const error = { type: "object", properties: { error: text }, required: ["error"] };
const json = (schema: object) => ({ content: { "application/json": { schema: { ...schema } } } });
const thing = {
  type: "object",
  properties: { id: text, at: { type: "string", format: "date-time" } },
  required: ["id"],
};
const contract = openContract({
  paths: {
    "/things/{id}": {
      get: {
        responses: {
          200: json({ $ref: "#/components/schemas/Thing" }),
          404: json({ $ref: "#/components/schemas/ApiError" }),
        },
      },
    },
    "/things/all": {
      get: { responses: { 200: json({ type: "array" }) } },
    },
  },
  components: { schemas: { Thing: thing, ApiError: error } },
});
const check = (status: number, body: unknown, path = "/things/1", method = "GET") =>
  contract.check({ method, path, status, body });

describe("a contract", () => {
  test("holds where an answer is as described", () => {
    expect(check(200, { id: "1", at: "2026-03-05T12:00:00.000Z" })).toBeUndefined();
    expect(check(404, { error: "not_found" }, "/things/%20?x=1")).toBeUndefined();
    expect(check(200, undefined, "/things/1", "HEAD")).toBeUndefined();
    expect(check(200, [], "/things/all")).toBeUndefined();
  });

  test.each<[string, number, unknown]>([
    ["must have required property 'id'", 200, {}],
    ["must be string", 200, { id: 1 }],
    ["must match format", 200, { id: "1", at: "yesterday" }],
    ["must NOT have additional properties", 200, { id: "1", more: 1 }],
    ["does not list this status", 500, { error: "x" }],
  ])("is broken, saying that it %s", (says, status, body) => {
    expect(check(status, body)).toContain(says);
  });

  test("takes from what is not described refusals in the common form, and what is no refusal", () => {
    expect(check(404, { error: "not_found" }, "/nothing")).toBeUndefined();
    expect(check(404, { message: "no" }, "/nothing")).toContain("required property 'error'");
    expect(check(405, { error: "method_not_allowed" }, "/things/1", "PUT")).toBeUndefined();
    expect(check(200, "ok", "/healthz")).toBeUndefined();
  });
});
