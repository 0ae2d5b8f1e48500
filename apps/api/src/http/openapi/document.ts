import type { Route, Endpoint } from "../endpoint";
import { errorResponses, errorsOf, RESPONSE_HEADERS } from "./errors";
import { type Components, type JsonSchema, toJsonSchema } from "./json-schema";
import type { Content, Document, Operation, Parameter } from "./openapi";

const VERSION = "1";

const DESCRIPTION = `Two surfaces over one pipeline: Sendex under \`/api/v1\`, Sendarix under \`/v1\`. A message has one
id and can be read on both. A 202 says that a message is durable, not that it is delivered.

Every answer carries \`X-Request-Id\`, and to a known key the state of its rate limit. A field that is given as null
counts as absent. Lists are paged by \`limit\` and \`after\` or \`before\`, newest first; \`has_more\` tells whether to go on.`;

const TAGS: Record<string, string> = { sendex: "Sendex", sendarix: "Sendarix" };

/** Describes routes. Throws where two have one id, or a schema says what JSON Schema cannot. */
export function describeApi(routes: readonly Route[]): Document {
  const schemas: Components = new Map();
  const paths: Document["paths"] = {};
  const ids = new Set<string>();
  for (const route of routes) {
    const operations = Object.entries(route.endpoints).map(([method, endpoint]) => {
      if (ids.has(endpoint.doc.id)) throw new Error(`Two operations are called ${endpoint.doc.id}.`);
      ids.add(endpoint.doc.id);
      return [method.toLowerCase(), describeOperation(route, method, endpoint, schemas)] as const;
    });
    paths[templated(route.path)] = { ...paths[templated(route.path)], ...Object.fromEntries(operations) };
  }
  const responses = errorResponses(schemas);
  return {
    openapi: "3.1.0",
    info: { title: "Sendex", version: VERSION, description: DESCRIPTION },
    servers: [{ url: "/" }],
    security: [{ apiKey: [] }],
    tags: Object.values(TAGS).map((name) => ({ name, description: `The ${name} surface.` })),
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key: `sk_live_…` or `sk_test_…`." },
      },
      headers: RESPONSE_HEADERS,
      responses,
      schemas: Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

function describeOperation(route: Route, method: string, endpoint: Endpoint, schemas: Components): Operation {
  const { doc, need } = endpoint;
  const parameters = [...pathParameters(route.path), ...givenParameters(endpoint, schemas)];
  const key = need === "send" ? "Any API key will do." : "Needs an API key with the permission `full`.";
  return {
    operationId: doc.id,
    summary: doc.summary,
    description: key,
    tags: [TAGS[route.surface] ?? route.surface],
    ...(parameters.length > 0 && { parameters }),
    ...(doc.body && {
      requestBody: { required: endpoint.body !== "optional", content: json(toJsonSchema(doc.body, schemas)) },
    }),
    responses: responsesOf(route, method, endpoint, schemas),
  };
}

/** Express' `:id` as OpenAPI has it. */
function templated(path: string): string {
  return path.replace(/:(\w+)/g, "{$1}");
}

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function givenParameters({ doc }: Endpoint, schemas: Components): Parameter[] {
  return [...parametersOf("query", doc.query, schemas), ...parametersOf("header", doc.headers, schemas)];
}

function parametersOf(
  where: "query" | "header",
  schema: Endpoint["doc"]["query"],
  schemas: Components,
): Parameter[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = toJsonSchema(schema, schemas) as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: where,
    required: required.includes(name),
    ...(typeof description === "string" && { description }),
    schema: rest,
  }));
}

function responsesOf(
  route: Route,
  method: string,
  endpoint: Endpoint,
  schemas: Components,
): Operation["responses"] {
  const { answers, summary } = endpoint.doc;
  const responses: Operation["responses"] = {};
  for (const [status, schema] of Object.entries(answers)) {
    responses[status] = {
      description: summary,
      headers: headersOf(endpoint, method),
      content: json(toJsonSchema(schema, schemas, { grows: true })),
    };
  }
  for (const status of errorsOf(route, endpoint)) {
    responses[status] ??= { $ref: `#/components/responses/${status}` };
  }
  return responses;
}

function headersOf({ need }: Endpoint, method: string): Record<string, { $ref: string }> {
  const names = Object.keys(RESPONSE_HEADERS).filter(
    (name) =>
      name !== "Retry-After" && (name !== "Idempotent-Replayed" || (need === "send" && method === "POST")),
  );
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function json(schema: JsonSchema): Content {
  return { "application/json": { schema } };
}
