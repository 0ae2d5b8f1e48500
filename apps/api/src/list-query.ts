import { parseAddress } from "@sendex/core/address";
import { type FieldError, invalidFields } from "@sendex/core/error";
import { hasControl } from "@sendex/core/line";
import type { Dialect } from "@sendex/core/message";
import { parseInstant } from "@sendex/core/schedule";
import { statusWords } from "@sendex/core/words";
import { isId } from "@sendex/crypto/token";
import type { MessageFilter } from "@sendex/pipeline/read-messages";

/** What a list is paged by. Source: CONTRACT "Lists". */
export interface Page {
  limit: number;
  after?: string;
  before?: string;
}

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;
const MAX_TEXT = 256;
/** A name and a value, of 256 characters each as tags have them. */
const MAX_PAIR = 2 * MAX_TEXT + 1;

/** One parameter's meaning, or what is wrong with it. */
export type Read<T> = (text: string, name: string) => { value: T } | { code: string; message: string };
export type Readers<T> = { [Name in keyof T]-?: Read<NonNullable<T[Name]>> };

interface MessageQuery extends Page {
  status?: string;
  recipient?: string;
  sender?: string;
  tag?: { name: string; value: string };
  metadata?: { name: string; value: string };
  created_after?: Date;
  created_before?: Date;
  q?: string;
}

/** Throws bad_request with every unknown or bad parameter. */
export function readMessageQuery(query: URLSearchParams, surface: Dialect): MessageFilter {
  const {
    limit = DEFAULT_LIMIT,
    created_after,
    created_before,
    ...rest
  } = readQuery<MessageQuery>(query, {
    ...pageReaders((text) => isId("msg", text)),
    status: readStatus(surface),
    recipient: readAddress,
    sender: readAddress,
    tag: readPair,
    metadata: readPair,
    created_after: readTime,
    created_before: readTime,
    q: readText,
  });
  return {
    ...rest,
    surface,
    limit,
    ...(created_after && { createdAfter: created_after }),
    ...(created_before && { createdBefore: created_before }),
  };
}

/** `ids`: their prefix, or whether a text is one. Throws bad_request with every unknown or bad parameter. */
export function readPage(query: URLSearchParams, ids: string | ((text: string) => boolean)): Page {
  const isIt = typeof ids === "string" ? (text: string) => isId(ids, text) : ids;
  const { limit = DEFAULT_LIMIT, ...rest } = readQuery<Page>(query, pageReaders(isIt));
  return { ...rest, limit };
}

export function readQuery<T extends object>(query: URLSearchParams, readers: Readers<T>): Partial<T> {
  const known = new Map<string, Read<unknown>>(Object.entries(readers));
  const values = new Map<string, unknown>();
  const errors: FieldError[] = [];
  for (const [name, text] of query) {
    const read = known.get(name);
    const field = name.slice(0, MAX_TEXT);
    const result = read
      ? read(text, name)
      : { code: "unknown", message: `${field} is not a parameter of this list.` };
    if (values.has(name)) errors.push({ field, code: "duplicate", message: `${field} is given twice.` });
    else if ("code" in result) errors.push({ field, ...result });
    else values.set(name, result.value);
  }
  if (values.has("after") && values.has("before")) {
    errors.push({ field: "before", code: "conflict", message: "after and before cannot be used together." });
  }
  if (errors.length > 0) throw invalidFields(errors);
  // The parse boundary: each value came out of the reader that has its type.
  return Object.fromEntries(values) as Partial<T>;
}

/** How many a page has where its query may leave it open. */
export function readPageLimit(limit: number | undefined): number {
  return limit ?? DEFAULT_LIMIT;
}

export function pageReaders(isIt: (text: string) => boolean): Readers<Page> {
  const readId: Read<string> = (text, name) =>
    isIt(text) ? { value: text } : { code: "format", message: `${name} must be an id of this list.` };
  return { limit: readLimit, after: readId, before: readId };
}

const readLimit: Read<number> = (text) => {
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= MAX_LIMIT) return { value: limit };
  return { code: "out_of_range", message: `limit must be a number from 1 to ${MAX_LIMIT}.` };
};

function readStatus(surface: Dialect): Read<string> {
  const words = statusWords(surface);
  return (text) =>
    words.includes(text)
      ? { value: text }
      : { code: "format", message: `status must be one of ${words.join(", ")}.` };
}

export const readAddress: Read<string> = (text, name) => {
  const address = parseAddress(text);
  return address ? { value: address } : { code: "format", message: `${name} must be an email address.` };
};

const readPair: Read<{ name: string; value: string }> = (text, name) => {
  const colon = text.indexOf(":");
  if (text.length > MAX_PAIR)
    return { code: "too_long", message: `${name} has at most ${MAX_PAIR} characters.` };
  if (colon < 1 || hasControl(text)) return { code: "format", message: `${name} must be name:value.` };
  return { value: { name: text.slice(0, colon), value: text.slice(colon + 1) } };
};

/** A day alone is its first moment in UTC. */
export const readTime: Read<Date> = (text, name) => {
  const value = parseInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
  if (value && value.getTime() >= 0) return { value };
  return { code: "format", message: `${name} must be an ISO 8601 time with a zone, or a day.` };
};

export const readText: Read<string> = (text, name) => {
  if (text.length > MAX_TEXT)
    return { code: "too_long", message: `${name} has at most ${MAX_TEXT} characters.` };
  return text === "" || hasControl(text)
    ? { code: "format", message: `${name} must be text without control characters.` }
    : { value: text };
};
