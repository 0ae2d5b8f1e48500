/**
 * What packages/sdk is made of: `describeApi`'s document → the source of packages/sdk/src/generated/api.ts.
 * Run by itself, it reads the document from its standard input; a test compares what it writes.
 */
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const HEAD = `// Made from the API's description by scripts/sdk.mjs; do not edit.
import type { Bind } from "../operation";
`;

export async function sdkSource(document) {
  const options = { rootTypes: true, rootTypesNoSchemaPrefix: true };
  const types = astToString(await openapiTS(withoutRefusals(document), options));
  return `${HEAD}\n${types}\n${methodsOf(document)}`;
}

/** Refusals are thrown, as one class, and no method shows headers: half of the types would be theirs. */
function withoutRefusals({ paths, components, ...document }) {
  return {
    ...document,
    components: { schemas: components.schemas },
    paths: mapped(paths, (methods) => mapped(methods, bare)),
  };
}

function bare(operation) {
  const answers = Object.entries(operation.responses).filter(([status]) => Number(status) < 300);
  const responses = answers.map(([status, { description, content }]) => [status, { description, content }]);
  return { ...operation, responses: Object.fromEntries(responses) };
}

function mapped(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

/** A function that makes the client's methods, each where the dots of its id say. */
function methodsOf({ paths }) {
  const tree = {};
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations))
      if (!isStream(operation)) place(tree, path, method, operation);
  }
  return `export function methods(on: Bind) {\n  return ${printed(tree, "  ")};\n}\n`;
}

/** The client has a method of its own for it, in packages/sdk/src/events.ts. */
function isStream({ responses }) {
  return Object.values(responses).some(({ content = {} }) => "text/event-stream" in content);
}

function place(tree, path, method, { operationId, summary, parameters = [], requestBody }) {
  const names = operationId.split(".");
  const last = names.pop();
  const group = names.reduce((at, name) => (at[name] ??= {}), tree);
  if (typeof group !== "object" || group[last] !== undefined)
    throw new Error(`${operationId} is an operation and a group.`);
  const takes = requestBody ? "body" : parameters.some((given) => given.in === "query") ? "query" : "nothing";
  const keyed = parameters.some(({ name }) => name === "Idempotency-Key");
  const given = [operationId, method, path, takes, ...(keyed ? ["keyed"] : [])];
  group[last] = {
    says: `${summary}. \`${method.toUpperCase()} ${path}\``,
    code: `on(${given.map((word) => JSON.stringify(word)).join(", ")})`,
  };
}

function printed(tree, indent) {
  const lines = Object.entries(tree).map(([name, value]) =>
    typeof value.code === "string"
      ? `${indent}  /** ${value.says} */\n${indent}  ${name}: ${value.code},\n`
      : `${indent}  ${name}: ${printed(value, `${indent}  `)},\n`,
  );
  return `{\n${lines.join("")}${indent}}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  process.stdout.write(await sdkSource(JSON.parse(await text(process.stdin))));
}
