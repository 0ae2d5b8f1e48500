import { isSchema, type Schema } from "./described";

/** A JSON Schema → the TypeScript type of the values that it takes, as far as types can tell. */
export function typeText(schema: Schema): string {
  const { $ref, anyOf, enum: values, type } = schema;
  if (typeof $ref === "string") return $ref.replace(/^.*\//, "");
  if (Array.isArray(anyOf)) return union(anyOf.filter(isSchema).map(typeText));
  if ("const" in schema) return JSON.stringify(schema["const"]);
  if (Array.isArray(values)) return union(values.map((value) => JSON.stringify(value)));
  if (Array.isArray(type)) return union(type.map((one) => typeText({ ...schema, type: one as unknown })));
  return typeof type === "string" ? (TYPES[type]?.(schema) ?? "unknown") : "unknown";
}

/** What a schema says of itself, as a comment before it. */
export function commented({ description }: Schema): string {
  return typeof description === "string" ? `/** ${description.replaceAll("*/", "* /")} */\n` : "";
}

const TYPES: Record<string, (schema: Schema) => string> = {
  string: () => "string",
  number: () => "number",
  integer: () => "number",
  boolean: () => "boolean",
  null: () => "null",
  array: arrayText,
  object: objectText,
};

function arrayText({ items, prefixItems }: Schema): string {
  if (Array.isArray(prefixItems)) return `[${prefixItems.filter(isSchema).map(typeText).join(", ")}]`;
  return `Array<${isSchema(items) ? typeText(items) : "unknown"}>`;
}

function objectText({ properties, required, additionalProperties }: Schema): string {
  if (!isSchema(properties)) {
    return `Record<string, ${isSchema(additionalProperties) ? typeText(additionalProperties) : "unknown"}>`;
  }
  const needed = Array.isArray(required) ? required : [];
  const lines = Object.entries(properties).map(([name, property]) => {
    const schema = isSchema(property) ? property : {};
    return `${commented(schema)}${JSON.stringify(name)}${needed.includes(name) ? "" : "?"}: ${typeText(schema)};`;
  });
  const others = additionalProperties === true ? ["[name: string]: unknown;"] : [];
  return `{\n${[...lines, ...others].join("\n").replaceAll(/^/gm, "  ")}\n}`;
}

function union(texts: string[]): string {
  return [...new Set(texts)].join(" | ");
}
