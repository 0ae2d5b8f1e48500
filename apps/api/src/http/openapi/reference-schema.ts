import type { JsonSchema } from "./json-schema";

/** JSON Schemas for people: a line for a type, a list for what is inside it. */

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Text in which backticks mark code. */
export function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}

export function code(text: string): string {
  return `<code>${escapeHtml(text)}</code>`;
}

/** In a few words, with links to schemas that have a name. */
export function typeOf(schema: JsonSchema): string {
  const { $ref, anyOf, enum: values, type, items, format, contentEncoding, additionalProperties } = schema;
  if (typeof $ref === "string") {
    const name = escapeHtml($ref.replace(/^.*\//, ""));
    return `<a href="#schema-${name}">${name}</a>`;
  }
  if (Array.isArray(anyOf)) return anyOf.filter(isSchema).map(typeOf).join(" or ");
  if ("const" in schema) return code(JSON.stringify(schema["const"]));
  if (Array.isArray(values)) return values.map((value) => code(JSON.stringify(value))).join(", ");
  if (type === "array") return `array of ${isSchema(items) ? typeOf(items) : "anything"}${limitsOf(schema)}`;
  if (type === "object" && isSchema(additionalProperties) && !("properties" in schema)) {
    return `object, each value ${typeOf(additionalProperties)}`;
  }
  const names = Array.isArray(type) ? type.map(String) : typeof type === "string" ? [type] : ["anything"];
  const detail = format ?? contentEncoding;
  return `${names.join(" or ")}${typeof detail === "string" ? ` (${detail})` : ""}${limitsOf(schema)}`;
}

/** What an object, or each object of an array, has inside; nothing for what has its own place or no inside. */
export function renderProperties(schema: JsonSchema): string {
  const { properties, required, items, anyOf } = schema;
  if (Array.isArray(anyOf)) return anyOf.filter(isSchema).map(renderProperties).join("");
  if (isSchema(items)) return renderProperties(items);
  if (!isSchema(properties)) return "";
  const needed = Array.isArray(required) ? required : [];
  const entries = Object.entries(properties).filter((entry): entry is [string, JsonSchema] =>
    isSchema(entry[1]),
  );
  const shown = entries.map(([name, property]) => renderProperty(name, property, needed.includes(name)));
  return `<dl>\n${shown.join("\n")}\n</dl>`;
}

function renderProperty(name: string, property: JsonSchema, needed: boolean): string {
  const { description } = property;
  const says = typeof description === "string" ? `<p>${prose(description)}</p>` : "";
  return (
    `<dt>${code(name)} <span class="quiet">${typeOf(property)}</span>${needed ? "" : " <em>optional</em>"}</dt>\n` +
    `<dd>${says}${renderProperties(property)}</dd>`
  );
}

const LIMITS: [string, string][] = [
  ["minimum", "from"],
  ["maximum", "to"],
  ["minLength", "at least"],
  ["maxLength", "at most"],
  ["minItems", "at least"],
  ["maxItems", "at most"],
];

function limitsOf(schema: JsonSchema): string {
  const said = LIMITS.filter(([key]) => typeof schema[key] === "number").map(
    ([key, word]) => `${word} ${String(schema[key])}`,
  );
  const standard = "default" in schema ? [`${JSON.stringify(schema["default"])} unless given`] : [];
  const all = [...(said.length > 0 ? [said.join(" ")] : []), ...standard];
  return all.length === 0 ? "" : `, ${escapeHtml(all.join(", "))}`;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
