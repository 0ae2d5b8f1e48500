import { createHash, type Hash } from "node:crypto";

/** Above the 32 levels that a request body may have; bounds the recursion. */
const MAX_DEPTH = 64;
/** Text is hashed in pieces of about this many characters. */
const PIECE = 64 * 1024;

/**
 * The SHA-256 of a JSON value, base64url (43 characters), the same whatever order its keys were written in.
 * A property that is undefined counts as absent; bytes (Uint8Array) differ from any JSON value. Throws
 * RangeError past 64 levels and TypeError on what has no JSON form. Time is linear in the value's size.
 */
export function fingerprint(value: unknown): string {
  const hash = createHash("sha256");
  const writer: Writer = { hash, text: "" };
  write(writer, value, 0);
  return hash.update(writer.text).digest("base64url");
}

interface Writer {
  hash: Hash;
  text: string;
}

function write(to: Writer, value: unknown, depth: number): void {
  if (depth > MAX_DEPTH) throw new RangeError(`A value of more than ${MAX_DEPTH} levels has no fingerprint`);
  if (value instanceof Uint8Array) append(to, `b${createHash("sha256").update(value).digest("base64url")}`);
  else if (Array.isArray(value)) writeArray(to, value, depth);
  else if (value instanceof Date) append(to, JSON.stringify(value));
  else if (typeof value === "object" && value !== null) writeObject(to, value, depth);
  else append(to, scalar(value));
}

function writeArray(to: Writer, items: unknown[], depth: number): void {
  // Old SDKs send a file as one array of millions of bytes.
  if (items.every((item) => typeof item === "number")) return append(to, JSON.stringify(items));
  append(to, "[");
  items.forEach((item, i) => {
    if (i > 0) append(to, ",");
    write(to, item, depth + 1);
  });
  append(to, "]");
}

function writeObject(to: Writer, value: object, depth: number): void {
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  present.sort(([a], [b]) => (a < b ? -1 : 1));
  append(to, "{");
  present.forEach(([key, item]: [string, unknown], i) => {
    append(to, `${i > 0 ? "," : ""}${JSON.stringify(key)}:`);
    write(to, item, depth + 1);
  });
  append(to, "}");
}

/** JSON's own form: unlike UTF-8 it also tells halves of surrogate pairs apart. */
function scalar(value: unknown): string {
  if (value === undefined) return "null";
  const text = typeof value === "bigint" ? undefined : JSON.stringify(value);
  if (text === undefined) throw new TypeError(`A ${typeof value} has no fingerprint`);
  return text;
}

function append(to: Writer, text: string): void {
  to.text += text;
  if (to.text.length < PIECE) return;
  to.hash.update(to.text);
  to.text = "";
}
