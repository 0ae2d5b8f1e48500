import { describe, expect, test } from "@jest/globals";
import Joi from "joi";
import { describedRoutes } from "../../routes";
import { describeApi } from "./document";
import type { Doc, Route } from "../endpoint";

const document = describeApi(describedRoutes);

const DOC: Doc = {
  id: "things.get",
  summary: "Read a thing",
  responses: { 200: Joi.object({ id: Joi.string() }) },
};

function route(doc = DOC): Route {
  const run = () => Promise.resolve({ status: 200, body: {} });
  return {
    surface: "sendex",
    path: "/api/v1/things/:id",
    endpoints: { GET: { need: "full", doc, run } },
  };
}

describe("describeApi", () => {
  test("says what every operation takes and answers", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.paths["/api/v1/emails"]?.["post"]).toMatchObject({
      operationId: "emails.send",
      requestBody: {
        required: true,
        content: { "application/json": { schema: { $ref: "#/components/schemas/NewEmail" } } },
      },
      responses: {
        202: { content: { "application/json": { schema: { $ref: "#/components/schemas/AcceptedEmail" } } } },
        422: { $ref: "#/components/responses/422" },
      },
    });
    expect(document.paths["/api/v1/emails/{id}"]).toHaveProperty("patch");
    expect(document.paths["/v1/messages"]?.["get"]?.parameters?.map(({ name }) => name)).toContain("tag");
  });

  test("lists the refusals that a route may know", () => {
    const statuses = (path: string, method: string): string[] =>
      Object.keys(document.paths[path]?.[method]?.responses ?? {});
    expect(statuses("/api/v1/webhooks/{id}", "get")).toEqual([
      "200",
      "400",
      "401",
      "403",
      "404",
      "413",
      "429",
      "500",
      "503",
    ]);
    expect(statuses("/v1/messages", "get")).toContain("422");
    expect(statuses("/api/v1/emails", "post")).toEqual(expect.arrayContaining(["402", "409", "415"]));
  });

  test("refers only to what there is", () => {
    const text = JSON.stringify(document);
    for (const [, path = ""] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const found = path
        .split("/")
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
      expect([path, typeof found]).toEqual([path, "object"]);
    }
  });

  test("takes a route's own refusals, and needs an id of its own for each operation", () => {
    const paths = describeApi([route({ ...DOC, errors: ["bad_gateway"] })]).paths["/api/v1/things/{id}"];
    expect(paths?.["get"]?.responses).toHaveProperty("502");
    expect(() => describeApi([route(), route()])).toThrow("things.get");
  });
});
