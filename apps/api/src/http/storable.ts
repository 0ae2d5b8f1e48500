import { types } from "node:util";
import type { FieldError } from "@sendex/core/error";
import { isObject } from "@sendex/kit/loose";
import { wellFormed } from "@sendex/kit/text";

/** Where a value stands in a body, and why it cannot be kept as it was written. */
export interface Unkept extends Omit<FieldError, "field"> {
  path: (string | number)[];
}

/** A hostile body can be wrong in ten thousand places. */
const MAX_FOUND = 100;

/**
 * What no field of any route takes, at any depth: NUL, which PostgreSQL's text cannot hold, in a value or a key; a
 * whole number that JavaScript may have changed into another one (RFC 8259 section 6: beyond 2^53 - 1 they do not
 * interoperate); and half a surrogate pair, which jsonb cannot hold, unless core mends it (`mends`).
 */
export function findUnkept(body: unknown, mends: boolean): Unkept[] {
  const search: Search = { mends, found: [] };
  look(body, [], search);
  return search.found;
}

interface Search {
  mends: boolean;
  found: Unkept[];
}

function look(value: unknown, path: Unkept["path"], search: Search): void {
  const { found, mends } = search;
  if (found.length >= MAX_FOUND || types.isUint8Array(value)) return;
  const wrong = typeof value === "string" ? wrongText(value, mends) : wrongNumber(value);
  if (wrong) found.push({ path, ...wrong });
  else if (Array.isArray(value)) value.forEach((item: unknown, i) => look(item, [...path, i], search));
  else if (isObject(value)) {
    for (const [name, item] of Object.entries(value)) {
      const inside = [...path, name];
      const wrongName = wrongText(name, mends);
      if (wrongName) found.push({ path: inside, ...wrongName });
      else look(item, inside, search);
    }
  }
}

export const NUL = { code: "format", message: "must not contain NUL characters (U+0000)." };
const HALF = { code: "format", message: "holds half a character: a surrogate without its other half." };
const TOO_PRECISE = {
  code: "out_of_range",
  message: `is a whole number beyond ±${Number.MAX_SAFE_INTEGER}, which cannot be kept exactly: send it as text.`,
};
const TOO_LARGE = { code: "out_of_range", message: "is too large for a number: send it as text." };

type Wrong = Omit<FieldError, "field"> | undefined;

function wrongText(text: string, mends: boolean): Wrong {
  if (text.includes("\0")) return NUL;
  return mends || wellFormed(text) === text ? undefined : HALF;
}

function wrongNumber(value: unknown): Wrong {
  if (typeof value !== "number") return undefined;
  if (!Number.isFinite(value)) return TOO_LARGE;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? TOO_PRECISE : undefined;
}
