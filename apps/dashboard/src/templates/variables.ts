import type { TemplateDraftPreview } from "@sendex/sdk/generated/api";
import type { Variable, VariableType } from "./template";

export type SeenVariable = TemplateDraftPreview["variables"][number];

/** A variable to give a value for in a test: declared or not. */
export interface TestVariable {
  key: string;
  type: VariableType;
  fallback: unknown;
}

/** What the template asks for, declared ones first. */
export function toTest(declared: readonly Variable[], seen: readonly SeenVariable[]): TestVariable[] {
  const known = new Set(declared.map(({ key }) => key));
  const others = seen.filter(({ key, used }) => used && !known.has(key));
  return [
    ...declared.filter(({ key }) => key !== ""),
    ...others.map(({ key, type }) => ({ key, type: type ?? "string", fallback: null })),
  ];
}

/** Used in the template and not declared. */
export function undeclared(declared: readonly Variable[], seen: readonly SeenVariable[]): string[] {
  const known = new Set(declared.map(({ key }) => key));
  return seen.filter(({ key, used }) => used && !known.has(key)).map(({ key }) => key);
}

/** The declarations with new ones at their end. */
export function declare(declared: readonly Variable[], keys: readonly string[]): Variable[] {
  return [...declared, ...keys.map((key): Variable => ({ key, type: "string", fallback: null }))];
}
