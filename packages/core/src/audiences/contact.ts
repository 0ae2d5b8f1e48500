import type { FieldError } from "../error";

/** Whom an account writes to, and what it knows of them beside their address. */

export const MAX_NAME_CHARACTERS = 256;
/** Of one contact, written as JSON. */
export const MAX_PROPERTY_CHARACTERS = 2_000;
/** Properties that an account can have. */
export const MAX_PROPERTIES = 200;
/** Lists of contacts that an account can have. */
export const MAX_SEGMENTS = 1_000;
/** Segments that one call puts a contact in, and topics that it speaks of. */
export const MAX_NAMED = 50;

/** What a mail's template calls it. */
export const PROPERTY_KEY = /^[A-Za-z_][A-Za-z0-9_]{0,49}$/;
/** A template calls these by their own names. */
export const RESERVED_KEYS = ["email", "first_name", "last_name", "unsubscribed", "unsubscribe_url"];
export const PROPERTY_TYPES = ["string", "number"] as const;
export type PropertyType = (typeof PROPERTY_TYPES)[number];
export type PropertyValue = string | number;

export interface ContactProperty {
  key: string;
  type: PropertyType;
  /** Of a contact that has no value. */
  fallback: PropertyValue | null;
}

/** Given values by key; null takes a value away. */
export type PropertyChanges = Record<string, PropertyValue | null>;

/**
 * What a call says of a contact's properties, checked against those that the account has. Numbers may be written as text
 * and the other way round, as forms and spreadsheets have them.
 */
export function readProperties(
  given: Record<string, unknown>,
  known: readonly ContactProperty[],
): { changes: PropertyChanges; errors: FieldError[] } {
  const byKey = new Map(known.map((property) => [property.key, property]));
  const changes: PropertyChanges = {};
  const errors: FieldError[] = [];
  for (const [key, value] of Object.entries(given)) {
    const property = byKey.get(key);
    const read = property ? readValue(property.type, value) : undefined;
    if (read === undefined) errors.push(property ? wrongValue(property) : unknownProperty(key));
    else changes[key] = read;
  }
  return { changes, errors };
}

/** A value of this type, null for none, or undefined for what is neither. */
export function readValue(type: PropertyType, value: unknown): PropertyValue | null | undefined {
  if (value === null) return null;
  if (type === "string") return readText(value);
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

function readText(value: unknown): string | undefined {
  const text = typeof value === "number" || typeof value === "boolean" ? String(value) : value;
  if (typeof text !== "string" || text.length > MAX_PROPERTY_CHARACTERS || text.includes("\0"))
    return undefined;
  return text;
}

function wrongValue({ key, type }: ContactProperty): FieldError {
  const field = `properties.${key}`;
  const what = type === "string" ? `text of at most ${MAX_PROPERTY_CHARACTERS} characters` : "a number";
  return { field, code: "type", message: `${field} must be ${what}.` };
}

function unknownProperty(key: string): FieldError {
  const field = `properties.${key.slice(0, MAX_NAME_CHARACTERS)}`;
  const message = `${field} is no contact property of the account: make it with POST /api/v1/contact-properties.`;
  return { field, code: "unknown", message };
}
