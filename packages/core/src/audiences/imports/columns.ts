import type { FieldError } from "../../error";
import { type ContactProperty, RESERVED_KEYS } from "../contact";

/** Which column of a file is what. */

/** What a call says of a file's columns, by their headers; the names are those of the Resend SDK 6.38. */
export interface ColumnMap {
  email?: string;
  first_name?: string;
  last_name?: string;
  unsubscribed?: string;
  /** By the keys of contact properties. */
  properties?: Record<string, { column: string; type?: string }>;
}

/** Which cell of a row is what, from 0. */
export interface ImportPlan {
  delimiter: string;
  /** Trimmed. */
  header: string[];
  email: number;
  firstName?: number;
  lastName?: number;
  unsubscribed?: number;
  properties: Record<string, number>;
}

/** Columns that every account has. */
type Standard = "email" | "first_name" | "last_name" | "unsubscribed";

/**
 * Finds a file's columns. Without a map, by equal names: ours, and the keys of the account's properties. With one, what it
 * names and nothing else; the address may be left to its own name.
 * @returns the plan, or what is wrong with the map or the header
 */
export function planColumns(
  cells: readonly string[],
  delimiter: string,
  map: ColumnMap | undefined,
  known: readonly ContactProperty[],
): { plan: ImportPlan } | { errors: FieldError[] } {
  const header = cells.map((cell) => cell.trim());
  const errors: FieldError[] = [];
  const find = (field: string, name: string): number | undefined => {
    const at = header.indexOf(name.trim());
    if (at < 0) errors.push(noColumn(field));
    else if (header.lastIndexOf(name.trim()) !== at) errors.push(twice(field));
    return at < 0 ? undefined : at;
  };
  const at = (key: Standard): number | undefined => {
    const name = map?.[key];
    if (name !== undefined) return find(`column_map.${key}`, name);
    return map && key !== "email" ? undefined : byName(header, key);
  };
  const email = at("email");
  const [firstName, lastName, unsubscribed] = [at("first_name"), at("last_name"), at("unsubscribed")];
  const properties = map ? mappedProperties(map, known, { find, errors }) : equalProperties(header, known);
  if (email === undefined && map?.email === undefined) errors.push(NO_EMAIL);
  if (errors.length > 0 || email === undefined) return { errors };
  return {
    plan: {
      ...{ delimiter, header, email, properties },
      ...(firstName !== undefined && { firstName }),
      ...(lastName !== undefined && { lastName }),
      ...(unsubscribed !== undefined && { unsubscribed }),
    },
  };
}

/** Whatever stands between its words and however they are written: `First name` is `first_name`. */
function byName(header: readonly string[], key: Standard): number | undefined {
  const at = header.findIndex((name) => name.toLowerCase().replace(/[\s-]+/g, "_") === key);
  return at < 0 ? undefined : at;
}

function equalProperties(
  header: readonly string[],
  known: readonly ContactProperty[],
): Record<string, number> {
  const keys = known.filter(({ key }) => header.includes(key) && !RESERVED_KEYS.includes(key));
  return Object.fromEntries(keys.map(({ key }) => [key, header.indexOf(key)]));
}

interface Finding {
  find: (field: string, name: string) => number | undefined;
  errors: FieldError[];
}

function mappedProperties(
  { properties = {} }: ColumnMap,
  known: readonly ContactProperty[],
  { find, errors }: Finding,
): Record<string, number> {
  const types = new Map(known.map(({ key, type }) => [key, type]));
  const found = Object.entries(properties).flatMap(([key, { column, type }]) => {
    const field = `column_map.properties.${key}`;
    const own = types.get(key);
    if (own === undefined) errors.push(noProperty(field));
    // A property has text or numbers; true and false are text in it.
    else if (type !== undefined && (type === "number") !== (own === "number"))
      errors.push(wrongType(field, own));
    const at = find(`${field}.column`, column);
    return at === undefined ? [] : [[key, at] as const];
  });
  return Object.fromEntries(found);
}

const NO_EMAIL: FieldError = {
  field: "file",
  code: "format",
  message: "file has no column email in its first line: name the column of addresses in column_map.",
};

function noColumn(field: string): FieldError {
  return { field, code: "unknown", message: `${field} names no column of the file's first line.` };
}

function twice(field: string): FieldError {
  return {
    field,
    code: "duplicate",
    message: `${field} names a column that the file's first line has twice.`,
  };
}

function noProperty(field: string): FieldError {
  const message = `${field} is no contact property of the account: make it with POST /api/v1/contact-properties.`;
  return { field, code: "unknown", message };
}

function wrongType(field: string, own: string): FieldError {
  return {
    field: `${field}.type`,
    code: "type",
    message: `${field}.type must be ${own}, as the property is.`,
  };
}
