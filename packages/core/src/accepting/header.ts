import type { FieldError } from "../error";
import { hasControl } from "@sendex/kit/text";
import { longestPiece } from "./fold";
import { mustBeAscii } from "./header-value";
import { MAX_HEADERS } from "./message";

/** A name and its colon fit one line that no one folds (RFC 5322 2.1.1: 78 characters a line). */
export const MAX_HEADER_NAME_CHARACTERS = 76;
/** RFC 5322 2.1.1: 998 characters a line. A value may be folded over four of them, but only between its words. */
const MAX_LINE = 998;
export const MAX_HEADER_CHARACTERS = 4 * MAX_LINE;

/** Written by us or by SES, or read by SES as an instruction (SES guide, "Header fields"; docs/security.md). */
const RESERVED = new Set([
  "apparently-to",
  "authentication-results",
  "bcc",
  "bounces-to",
  "cc",
  "date",
  "delivered-to",
  "dkim-signature",
  "domainkey-signature",
  "errors-to",
  "from",
  "idempotency-key",
  "message-id",
  "received",
  "received-spf",
  "reply-to",
  "return-path",
  "sender",
  "subject",
  "to",
  "x-idempotency-key",
]);
const RESERVED_PREFIXES = ["x-ses-", "content-", "mime-", "arc-", "resent-"];
const IDEMPOTENCY_HEADERS = ["idempotency-key", "x-idempotency-key"];

/** Every wrong header of a message; `field` is what the surface calls the headers. A tab in a value is white space. */
export function checkHeaders(headers: Record<string, string>, field: string): FieldError[] {
  const entries = Object.entries(headers);
  if (entries.length > MAX_HEADERS) {
    return [{ field, code: "too_many", message: `${field} takes at most ${MAX_HEADERS} headers.` }];
  }
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  for (const [name, value] of entries) {
    const wrong = wrongName(name, seen) ?? wrongValue(name, value);
    if (wrong) errors.push({ field: `${field}.${shown(name)}`, ...wrong });
    seen.add(name.toLowerCase());
  }
  return errors;
}

/** Whether a header is not the sender's to set. Case does not matter. */
export function isReservedHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return RESERVED.has(lower) || RESERVED_PREFIXES.some((prefix) => lower.startsWith(prefix));
}

/**
 * Takes the idempotency keys out of a request's `headers` field, which nothing has validated yet. `rest` is a
 * copy without them, undefined when nothing else was in it, so that a body fingerprints the same wherever its
 * key was. A key that is not text stays, for validation to name.
 */
export function takeIdempotencyKey(headers: unknown): { keys: string[]; rest: unknown } {
  if (typeof headers !== "object" || headers === null || Array.isArray(headers))
    return { keys: [], rest: headers };
  const keys: string[] = [];
  const rest = Object.entries(headers).filter(([name, value]: [string, unknown]) => {
    if (typeof value !== "string" || !IDEMPOTENCY_HEADERS.includes(name.toLowerCase())) return true;
    keys.push(value);
    return false;
  });
  if (keys.length === 0) return { keys, rest: headers };
  return { keys, rest: rest.length > 0 ? Object.fromEntries(rest) : undefined };
}

type Wrong = Omit<FieldError, "field"> | undefined;

/** Printable ASCII without the colon (RFC 5322 3.6.8). */
export const HEADER_NAME = /^[!-9;-~]+$/;

function wrongName(name: string, seen: Set<string>): Wrong {
  if (!HEADER_NAME.test(name)) return { code: "format", message: `${quoted(name)} is not a header name.` };
  if (name.length > MAX_HEADER_NAME_CHARACTERS) {
    return {
      code: "too_long",
      message: `A header name has at most ${MAX_HEADER_NAME_CHARACTERS} characters.`,
    };
  }
  if (isReservedHeader(name)) return { code: "forbidden", message: `The header ${name} cannot be set.` };
  if (seen.has(name.toLowerCase()))
    return { code: "duplicate", message: `The header ${name} is given twice.` };
  return undefined;
}

function wrongValue(name: string, value: string): Wrong {
  if (hasControl(value, "\t")) {
    return {
      code: "format",
      message: `The header ${name} must not contain line breaks or control characters.`,
    };
  }
  if (value.length > MAX_HEADER_CHARACTERS) {
    return {
      code: "too_long",
      message: `The header ${name} has at most ${MAX_HEADER_CHARACTERS} characters.`,
    };
  }
  const part = mustBeAscii(name, value);
  if (part !== undefined) {
    const message = `The header ${name} must be ASCII at ${quoted(part)}: mail cannot carry other characters there.`;
    return { code: "format", message };
  }
  const room = MAX_LINE - name.length - 2;
  if (longestPiece(value) > room) {
    return { code: "too_long", message: `The header ${name} has over ${room} characters without a space.` };
  }
  return undefined;
}

/** A name may be anything at this point; an error shows the beginning of it on one line. */
function shown(name: string): string {
  return JSON.stringify(name.slice(0, MAX_HEADER_NAME_CHARACTERS)).slice(1, -1);
}

function quoted(name: string): string {
  return `"${shown(name)}"`;
}
