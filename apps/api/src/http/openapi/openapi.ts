import type { JsonSchema } from "./json-schema";

/** The parts of an OpenAPI 3.1 document that are made here. Source: spec.openapis.org/oas/v3.1.1. */
export interface Document {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    securitySchemes: Record<string, SecurityScheme>;
    headers: Record<string, JsonSchema>;
    responses: Record<string, Response>;
    schemas: Record<string, JsonSchema>;
  };
}

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  /** Absent: the document's. */
  security?: Record<string, string[]>[];
  tags: string[];
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Json };
  responses: Record<string, Response | { $ref: string }>;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

export interface Response {
  description: string;
  headers?: Record<string, { $ref: string }>;
  content: Content;
}

export type Media =
  "application/json" | "text/csv" | "text/event-stream" | "application/x-ndjson" | "message/rfc822";

/** Of a body that is read. */
export const BODY_MEDIA = {
  json: "application/json",
  optional: "application/json",
  form: "multipart/form-data",
} as const;
export type Json = Partial<Record<(typeof BODY_MEDIA)[keyof typeof BODY_MEDIA], { schema: JsonSchema }>>;

export type Content = Partial<Record<Media, { schema: JsonSchema }>>;

export type SecurityScheme =
  | { type: "http"; scheme: "bearer"; description: string }
  | { type: "apiKey"; in: "cookie"; name: string; description: string };
