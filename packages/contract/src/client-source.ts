import type { Described, DescribedOperation, Schema } from "./described";
import { commented, typeText } from "./type-text";

const HEAD = `// Made from the API's description by scripts/sdk.mjs; do not edit.
import type { Call, Options } from "../call";
`;

/** The TypeScript of packages/sdk/src/generated/operations.ts: a type for each schema, a method for each operation. */
export function clientSource(document: Described): string {
  const types = Object.entries(document.components.schemas).map(
    ([name, schema]) => `${commented(schema)}export type ${name} = ${typeText(schema)};\n`,
  );
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const declared = operations.flatMap(({ operation }) => typesOf(operation).declared);
  const body = `export function operations(call: Call) {\n  return ${tree(operations, "  ")};\n}\n`;
  return [HEAD, ...types, ...declared, body].join("\n");
}

interface Placed {
  path: string;
  method: string;
  operation: DescribedOperation;
}

/** What an operation takes and answers, each a type that has a name. */
interface Types {
  body: string | undefined;
  query: string | undefined;
  answer: string;
  /** The declarations of those that the description gives no name. */
  declared: string[];
}

function typesOf({ operationId, parameters = [], requestBody, responses }: DescribedOperation): Types {
  const declared: string[] = [];
  const name = (schema: Schema, kind: string): string => {
    const text = typeText(schema);
    if (!text.includes("{")) return text;
    const own = `${pascal(operationId)}${kind}`;
    declared.push(`export type ${own} = ${text};\n`);
    return own;
  };
  const query = querySchema(parameters);
  const answers = Object.entries(responses).flatMap(([status, response]) =>
    Number(status) < 300 && "content" in response ? [response.content["application/json"].schema] : [],
  );
  return {
    body: requestBody && name(requestBody.content["application/json"].schema, "Body"),
    query: query && name(query, "Query"),
    answer: name({ anyOf: answers }, "Answer") || "unknown",
    declared,
  };
}

function querySchema(parameters: NonNullable<DescribedOperation["parameters"]>): Schema | undefined {
  const own = parameters.filter(({ in: where }) => where === "query");
  if (own.length === 0) return undefined;
  const properties = Object.fromEntries(
    own.map(({ name, description, schema }) => [name, { ...schema, ...(description && { description }) }]),
  );
  const required = own.filter((parameter) => parameter.required).map(({ name }) => name);
  return { type: "object", properties, required };
}

/** `emails.list` → `EmailsList`. */
function pascal(operationId: string): string {
  const words = operationId.split(/[.-]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return words.join("");
}

/** Operations by the dots of their ids: `emails.send` is `send` in `emails`. */
function tree(operations: Placed[], indent: string, depth = 0): string {
  const groups = new Map<string, Placed[]>();
  for (const placed of operations) {
    const word = placed.operation.operationId.split(".")[depth] ?? "";
    groups.set(word, [...(groups.get(word) ?? []), placed]);
  }
  const entries = [...groups].map(([word, group]) => {
    const leaf = group.find(({ operation }) => operation.operationId.split(".").length === depth + 1);
    if (leaf && group.length > 1)
      throw new Error(`${leaf.operation.operationId} is an operation and a group.`);
    const value = leaf ? methodOf(leaf) : tree(group, `${indent}  `, depth + 1);
    const says = leaf ? `${indent}  /** ${leaf.operation.summary}. \`${leaf.method} ${leaf.path}\` */\n` : "";
    return `${says}${indent}  ${JSON.stringify(word)}: ${value},\n`;
  });
  return `{\n${entries.join("")}${indent}}`;
}

function methodOf({ path, method, operation }: Placed): string {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const { body, query, answer } = typesOf(operation);
  const inputs = [
    ...names.map((name) => `${name}: string`),
    ...(body ? [`body: ${body}`] : []),
    ...(query ? [`query: ${query} = {}`] : []),
    "options: Options = {}",
  ];
  const target = path.replace(/\{(\w+)\}/g, "${encodeURIComponent($1)}");
  const keyed = (operation.parameters ?? []).some(({ name }) => name === "Idempotency-Key");
  const given = [...(body ? ["body"] : []), ...(query ? ["query"] : []), ...(keyed ? ["keyed: true"] : [])];
  const request = given.length === 0 ? "{}" : `{ ${given.join(", ")} }`;
  return `(${inputs.join(", ")}) => call<${answer}>("${method}", \`${target}\`, ${request}, options)`;
}
