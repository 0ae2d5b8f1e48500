import { leastRoleFor } from "@sendex/core/people/roles";
import type {
  DescribedEndpoint,
  DescribedRoute,
  Doc,
  GuestRoute,
  OperatorRoute,
  PersonRoute,
  Route,
} from "../endpoint";
import { GENERAL_LIMITS, limitsText } from "./general-limits";
import { errorResponses, errorsOf, headersFor } from "./errors";
import { type Components, type JsonSchema, toJsonSchema } from "./json-schema";
import type Joi from "joi";
import type { Content, Document, Media, Operation, Parameter, SecurityScheme } from "./openapi";
import { BODY_MEDIA } from "./openapi";

type Headers = Record<string, JsonSchema>;

const VERSION = "1";

const DESCRIPTION = `Two surfaces over one pipeline: Sendex under \`/api/v1\`, Sendarix under \`/v1\`. A message has one
id and can be read on both. A 202 says that a message is durable, not that it is delivered.

Every answer carries \`X-Request-Id\`, and to a known key the state of its rate limit. A field that is given as null
counts as absent. Lists are paged by \`limit\` and \`after\` or \`before\`, newest first; \`has_more\` tells whether to go on.

A length in characters counts UTF-16 units: an emoji counts as two. ${limitsText(GENERAL_LIMITS.customers)}`;

/** Its cookie is called `sendex-session` where PUBLIC_URL is http. */
const SESSION: SecurityScheme = {
  type: "apiKey",
  in: "cookie",
  name: "__Host-sendex-session",
  description:
    "A person's session. `X-Sendex-Account` names the account and `X-Sendex-Mode` the world, `live` or `test`; a write also needs its `Origin` and `X-Sendex-CSRF`, the token that `GET /api/v1/session` gives.",
};

const CUSTOMERS: Readers = {
  title: "Sendex",
  description: DESCRIPTION,
  tags: {
    sendex: "The Sendex surface.",
    sendarix: "The Sendarix surface.",
    person: "For whoever is signed in.",
    guest: "For anybody.",
  },
  schemes: {
    apiKey: { type: "http", scheme: "bearer", description: "An API key: `sk_live_…` or `sk_test_…`." },
    session: SESSION,
  },
  rated: true,
};

const OPERATORS: Readers = {
  title: "Sendex for operators",
  description: `What operators see and decide. Every act is written to the audit log, in the transaction of the act.

${limitsText(GENERAL_LIMITS.operators)}`,
  tags: { admin: "Operators." },
  schemes: {
    operatorKey: { type: "http", scheme: "bearer", description: "The key of an operator: `op_…`." },
    session: SESSION,
  },
  rated: false,
};

/** Whom a description is for. */
interface Readers {
  title: string;
  description: string;
  /** What is said of each surface. */
  tags: Record<string, string>;
  schemes: Record<string, SecurityScheme>;
  /** Whether answers tell the state of a rate limit. */
  rated: boolean;
}

/** Describes the routes of customers. Throws where two have one id, or a schema says what JSON Schema cannot. */
export function describeApi(routes: readonly (Route | PersonRoute | GuestRoute)[]): Document {
  return describe(routes, CUSTOMERS);
}

/** As describeApi, of the routes of operators. */
export function describeAdmin(routes: readonly OperatorRoute[]): Document {
  return describe(routes, OPERATORS);
}

function describe(routes: readonly DescribedRoute[], readers: Readers): Document {
  const headers = headersFor(readers.rated);
  const schemas: Components = new Map();
  const paths: Document["paths"] = {};
  const ids = new Set<string>();
  for (const route of routes) {
    const operations = Object.entries(route.endpoints).map(([method, endpoint]) => {
      if (ids.has(endpoint.doc.id)) throw new Error(`Two operations are called ${endpoint.doc.id}.`);
      ids.add(endpoint.doc.id);
      return [method.toLowerCase(), describeOperation(route, method, endpoint, schemas, headers)] as const;
    });
    paths[templated(route.path)] = { ...paths[templated(route.path)], ...Object.fromEntries(operations) };
  }
  const responses = errorResponses(schemas, headers);
  return {
    openapi: "3.1.0",
    info: { title: readers.title, version: VERSION, description: readers.description },
    servers: [{ url: "/" }],
    security: Object.keys(readers.schemes).map((name) => ({ [name]: [] })),
    tags: Object.entries(readers.tags).map(([surface, description]) => ({
      name: tagOf(surface),
      description,
    })),
    paths,
    components: {
      securitySchemes: readers.schemes,
      headers,
      responses,
      schemas: Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  };
}

function describeOperation(
  route: DescribedRoute,
  method: string,
  endpoint: DescribedEndpoint,
  schemas: Components,
  headers: Headers,
): Operation {
  const { doc } = endpoint;
  const parameters = [...pathParameters(route.path), ...givenParameters(endpoint, schemas)];
  return {
    operationId: doc.id,
    summary: doc.summary,
    description: callerFor(route, method, endpoint),
    ...securityOf(route, endpoint),
    tags: [tagOf(route.surface)],
    ...(parameters.length > 0 && { parameters }),
    ...(doc.body && {
      requestBody: {
        required: endpoint.body !== "optional",
        content: { [BODY_MEDIA[endpoint.body ?? "json"]]: { schema: toJsonSchema(doc.body, schemas) } },
      },
    }),
    responses: responsesOf(route, method, endpoint, schemas, headers),
  };
}

function tagOf(surface: string): string {
  return `${surface.charAt(0).toUpperCase()}${surface.slice(1)}`;
}

function callerFor({ surface }: DescribedRoute, method: string, endpoint: DescribedEndpoint): string {
  if (surface === "guest") return "For anybody.";
  if (surface === "person") return "Needs a session, in whatever account.";
  if (!("need" in endpoint)) return "Needs the key of an operator, or the session of one.";
  const { need, role = leastRoleFor(method) } = endpoint;
  const member = `the session of a member who is ${role === "viewer" ? "anything" : `${role} or more`}`;
  if (need === "person") return `Needs ${member}; no API key will do.`;
  const key = need === "send" ? "any API key" : "an API key with the permission `full`";
  return `Needs ${key}, or ${member}.`;
}

/** Where not every caller of these readers will do. */
function securityOf({ surface }: DescribedRoute, endpoint: DescribedEndpoint): Pick<Operation, "security"> {
  if (surface === "guest") return { security: [] };
  const isPersons = surface === "person" || ("need" in endpoint && endpoint.need === "person");
  return isPersons ? { security: [{ session: [] }] } : {};
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

function givenParameters({ doc }: { doc: Doc }, schemas: Components): Parameter[] {
  return [...parametersOf("query", doc.query, schemas), ...parametersOf("header", doc.headers, schemas)];
}

function parametersOf(
  where: "query" | "header",
  schema: Joi.ObjectSchema | undefined,
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
  route: DescribedRoute,
  method: string,
  endpoint: DescribedEndpoint,
  schemas: Components,
  headers: Headers,
): Operation["responses"] {
  const { responses: described, summary, media = "application/json" } = endpoint.doc;
  const responses: Operation["responses"] = {};
  for (const [status, schema] of Object.entries(described)) {
    responses[status] = {
      description: summary,
      headers: headersOf(endpoint, method, headers),
      content: {
        [media]: { schema: toJsonSchema(schema, schemas, { grows: true }) },
        ...otherFormats(endpoint.doc, schemas),
      },
    };
  }
  for (const status of errorsOf(route, endpoint)) {
    responses[status] ??= { $ref: `#/components/responses/${status}` };
  }
  return responses;
}

/** What a route answers with where its parameter `format` asks for it. */
const FORMATS: Record<string, Media> = { csv: "text/csv", eml: "message/rfc822" };

function otherFormats({ query }: Doc, schemas: Components): Content {
  const words = parametersOf("query", query, schemas).find(({ name }) => name === "format")?.schema["enum"];
  const media = Array.isArray(words) ? words.flatMap((word) => FORMATS[String(word)] ?? []) : [];
  return Object.fromEntries(media.map((type) => [type, { schema: { type: "string" } }]));
}

function headersOf(
  endpoint: DescribedEndpoint,
  method: string,
  headers: Headers,
): Record<string, { $ref: string }> {
  const replays = "need" in endpoint && endpoint.need === "send" && method === "POST";
  const left = replays ? ["Retry-After"] : ["Retry-After", "Idempotent-Replayed"];
  const names = Object.keys(headers).filter((name) => !left.includes(name));
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}
