import { wellFormed } from "./text";

/**
 * Reading JSON that others wrote: every reader takes anything, gives back a plain value of bounded size, and never
 * throws. What PostgreSQL cannot store (NUL, lone surrogates) is taken out.
 */

export type Loose = Record<string, unknown>;

/** Whether it is an object of JSON: neither null nor an array. */
export function isObject(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object's fields; empty for anything that is not an object. */
export function record(value: unknown): Loose {
  return isObject(value) ? value : {};
}

/** An array's first `most` entries; empty for anything that is not an array. */
export function list(value: unknown, most: number): unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

/** A string of at most `most` UTF-16 units, or undefined for anything else and for an empty one. */
export function text(value: unknown, most: number): string | undefined {
  if (typeof value !== "string") return undefined;
  const storable = wellFormed(value.slice(0, most)).replaceAll("\0", "");
  return storable === "" ? undefined : storable;
}

/** A date out of an ISO 8601 string. */
export function date(value: unknown): Date | undefined {
  if (typeof value !== "string" || value.length > 40) return undefined;
  const parsed = new Date(value);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed;
}

const MAX_ADDRESS_CHARACTERS = 320;

/** A bare address, also out of `Name <address>`. */
export function address(value: unknown): string | undefined {
  const whole = text(value, MAX_ADDRESS_CHARACTERS)?.trim();
  if (whole === undefined) return undefined;
  const bare = whole.endsWith(">") ? whole.slice(whole.lastIndexOf("<") + 1, -1) : whole;
  return bare.includes("@") ? bare : undefined;
}
