import { expect, test } from "@jest/globals";
import { keptOf } from "@sendex/core/logs/fields";
import { isObject } from "@sendex/kit/loose";
import { describeApi } from "../http/openapi/document";
import { customerRoutes } from "../routes";

const document = describeApi(customerRoutes);

/** Names of the fields of a schema, down to what its callers name themselves. */
function namesIn(schema: unknown, seen = new Set<unknown>()): string[] {
  if (Array.isArray(schema)) return schema.flatMap((part) => namesIn(part, seen));
  if (!isObject(schema) || seen.has(schema)) return [];
  seen.add(schema);
  const { $ref: reference, properties, items, anyOf, oneOf } = schema;
  const target = typeof reference === "string" ? reference.split("/").at(-1) : undefined;
  const components: Record<string, unknown> = document.components.schemas;
  return [
    ...(target === undefined ? [] : namesIn(components[target], seen)),
    ...(isObject(properties) ? Object.keys(properties) : []),
    ...(isObject(properties) ? namesIn(lookedInto(properties), seen) : []),
    ...namesIn([items, anyOf, oneOf], seen),
  ];
}

/** Of what is hidden nothing is kept that is in it. */
function lookedInto(properties: object): unknown[] {
  return Object.entries(properties).flatMap(([name, schema]) => (keptOf(name) === "hidden" ? [] : [schema]));
}

test("it is decided of every field of every request what the request log keeps of it", () => {
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  const names = operations.flatMap(({ requestBody }) =>
    namesIn(Object.values(requestBody?.content ?? {}).map(({ schema }) => schema)),
  );
  expect(names.length).toBeGreaterThan(50);
  expect([...new Set(names)].filter((name) => keptOf(name) === undefined)).toEqual([]);
});
