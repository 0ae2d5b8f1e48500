import { isUtf8 } from "node:buffer";
import { takeIdempotencyKey } from "@sendex/core/accepting/header";
import { SES_V2_MAX_BYTES } from "@sendex/core/accepting/message";
import { fingerprint } from "@sendex/crypto/fingerprint";
import { decodeFiles } from "./decode-files";
import { guardJson, MAX_ELEMENTS } from "./json-guard";
import { type LiftedSpan, markedBy, readLifted, restoreStrings, withMarks } from "./lifted";
import { describeSyntaxError } from "./syntax-error";

export interface ParsedBody {
  /** JSON values, and Uint8Array where a file stood; without the idempotency keys. */
  body: unknown;
  /** Idempotency keys that stood in the body's `headers`. */
  keys: string[];
  /** Of the canonical body; empty when there is no idempotency key to keep it with. */
  fingerprint: string;
}

/** Why a body is not taken, in a sentence for the caller. */
export interface BodyRefusal {
  why: string;
  slug: "bad_request" | "payload_too_large";
}

/**
 * Reads a request body: valid UTF-8, safe to parse, JSON, files decoded. Answers a sentence for the caller when it
 * is not. It keeps nothing and waits for nothing, so it runs the same on the event loop and in a worker thread.
 * @param keyed whether the request's headers hold an idempotency key, so that a fingerprint is wanted
 */
export function parseBody(bytes: Uint8Array, keyed: boolean): ParsedBody | BodyRefusal {
  const json = withoutMark(bytes);
  if (json.length === 0) return badRequest("The request body is empty.");
  if (!isUtf8(json)) return badRequest(notUtf8(json));
  const guarded = guardJson(json);
  if ("why" in guarded) return badRequest(guarded.why);
  if ("tooLarge" in guarded) return { why: OVER_MAIL_LIMIT, slug: "payload_too_large" };
  const parsed = parseJson(json, guarded.files);
  if (!parsed) return badRequest(describeSyntaxError(new TextDecoder().decode(json)));
  if (elementsLeft(parsed.value, MAX_ELEMENTS) < 0) {
    return badRequest(`The body has over ${MAX_ELEMENTS} array elements.`);
  }
  const { keys, body } = takeKeys(parsed.value);
  return { body, keys, fingerprint: keyed || keys.length > 0 ? fingerprint(body) : "" };
}

function badRequest(why: string): BodyRefusal {
  return { why, slug: "bad_request" };
}

/** One text alone is more than a mail may be: a character takes at least a byte of it. Refused unread, as its memory is. */
const OVER_MAIL_LIMIT = `As a mail this message has over ${SES_V2_MAX_BYTES / 1e6} MB, which is the most that can be sent.`;

/** Without the byte order mark that some writers put before UTF-8: RFC 8259 section 8.1 lets parsers ignore it. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function notUtf8(bytes: Uint8Array): string {
  const [first = 0, second = 0] = bytes;
  const is16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return is16
    ? "The body is in UTF-16. Send it in UTF-8."
    : "The body is not valid UTF-8. Send it in UTF-8, whatever the characters.";
}

/** The parser's own message quotes the body, so it goes nowhere. */
function parseJson(bytes: Uint8Array, spans: readonly LiftedSpan[]): { value: unknown } | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const value: unknown = JSON.parse(withMarks(text, spans));
    decodeFiles(value, (n) => spans[n] && readLifted(bytes, spans[n]));
    return { value: spans.length > 0 ? restoreStrings(value, text, spans) : value };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * How many more elements of arrays there may be; negative: too many. Arrays of bytes pass the guard uncounted
 * because they may be files; what is left of them, lifted out or not, was none.
 */
function elementsLeft(value: unknown, left: number): number {
  if (markedBy(value) !== undefined) return -1;
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return left;
  let rest = Array.isArray(value) ? left - value.length : left;
  for (const item of rest < 0 ? [] : Object.values(value)) {
    rest = elementsLeft(item, rest);
    if (rest < 0) break;
  }
  return rest;
}

function takeKeys(value: unknown): { keys: string[]; body: unknown } {
  if (typeof value !== "object" || value === null || Array.isArray(value) || !("headers" in value)) {
    return { keys: [], body: value };
  }
  const { keys, rest } = takeIdempotencyKey(value.headers);
  if (keys.length === 0) return { keys, body: value };
  const { headers: _, ...others } = value;
  return { keys, body: rest === undefined ? others : { ...others, headers: rest } };
}
