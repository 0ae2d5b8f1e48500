import type { paths } from "@sendex/sdk/generated/api";

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Body } } } };
}
  ? Body
  : never;

/** A template with its newest version. */
export type Template = Answer<"/api/v1/templates/{id}">;
export type ListedTemplate = Answer<"/api/v1/templates">["data"][number];
export type ListedVersion = Answer<"/api/v1/templates/{id}/versions">["data"][number];

/** In the order of docs/templates.md "Variables". */
export const VARIABLE_TYPES = ["string", "number", "boolean", "object", "list"] as const;
export type VariableType = (typeof VARIABLE_TYPES)[number];

/** A declaration; `fallback` null: a value must be given. */
export interface Variable {
  key: string;
  type: VariableType;
  fallback: unknown;
}

/** Values for a preview or a test mail, by their variables' keys. */
export type Values = Record<string, unknown>;
