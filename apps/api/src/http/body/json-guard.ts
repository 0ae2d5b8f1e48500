import { SES_V2_MAX_BYTES } from "@sendex/core/accepting/message";
import { findByteArray } from "./byte-array";
import { charactersOf, endOfString } from "./json-string";
import type { LiftedSpan } from "./lifted";

/**
 * A look at JSON text before it is parsed. What makes JSON.parse slow or its result dangerous is refused here:
 * deep nesting, masses of small values, keys that reach a prototype. Syntax is left to JSON.parse; text that is
 * not JSON may pass, and fails there. Source: docs/security.md "Keys and tenants".
 */

export const MAX_DEPTH = 32;
/** Keys and containers together. */
export const MAX_KEYS = 10_000;
/** Values that stand in arrays, but for the bytes of a file. */
export const MAX_ELEMENTS = 20_000;
/** Longer arrays of bytes are not parsed as JSON. */
const LONG_BYTE_ARRAY = 1_000;
/** Longer strings that may be a file's base64 are not parsed as JSON either. */
const LONG_BASE64 = 16 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const PLUS = 0x2b;
const COMMA = 0x2c;
const NINE = 0x39;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** No key that matters is longer, even with every character escaped as \uXXXX. */
const LONGEST_ESCAPED_KEY = 6 * "constructor".length;

/** `why` is a sentence for the caller, `tooLarge` that no mail could hold a text of it. `files` may be files, and are long; in the order of the text. */
export type Guarded = { why: string } | { tooLarge: true } | { files: LiftedSpan[] };

/** Whether this text may be parsed. Linear in its length. */
export function guardJson(bytes: Uint8Array): Guarded {
  const scan = newScan();
  let stringStart = 0;
  let stringEnd = 0;
  for (let i = 0; i < bytes.length && scan.why === undefined; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === COMMA) endValue(scan);
    // Digits, signs and dots.
    else if (byte >= PLUS && byte <= NINE) continue;
    else if (byte === QUOTE) {
      stringStart = i + 1;
      stringEnd = endOfString(bytes, stringStart);
      i = stringEnd;
      noteString(scan, bytes, stringStart, stringEnd);
    } else if (byte === COLON) noteKey(scan, bytes, stringStart, stringEnd);
    else if (byte === OPEN_ARRAY) i = openArray(scan, bytes, i);
    else if (byte === OPEN_OBJECT) open(scan, false);
    else if ((byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) && scan.depth > 0) scan.depth -= 1;
  }
  if (scan.why !== undefined) return { why: scan.why };
  return scan.tooLarge ? { tooLarge: true } : { files: scan.files };
}

interface Scan {
  why: string | undefined;
  tooLarge: boolean;
  files: LiftedSpan[];
  depth: number;
  keys: number;
  elements: number;
  /** By depth, 1 for an array. */
  inArray: Uint8Array;
  /** By depth, 1 where the container is the value of a key `constructor`. */
  underConstructor: Uint8Array;
  /** The key whose value comes next, where it is one that matters. */
  key: string;
}

function newScan(): Scan {
  return {
    why: undefined,
    tooLarge: false,
    files: [],
    depth: 0,
    keys: 0,
    elements: 0,
    inArray: new Uint8Array(MAX_DEPTH + 2),
    underConstructor: new Uint8Array(MAX_DEPTH + 2),
    key: "",
  };
}

function endValue(scan: Scan): void {
  scan.key = "";
  if (scan.inArray[scan.depth] !== 1) return;
  scan.elements += 1;
  if (scan.elements > MAX_ELEMENTS) scan.why = `The body has over ${MAX_ELEMENTS} array elements.`;
}

/** The index at which the scan goes on: a file is stepped over. */
function openArray(scan: Scan, bytes: Uint8Array, start: number): number {
  const file = scan.key === "data" ? findByteArray(bytes, start) : undefined;
  if (!file) {
    open(scan, true);
    return start;
  }
  scan.key = "";
  countKey(scan);
  if (file.count > LONG_BYTE_ARRAY) scan.files.push({ kind: "bytes", ...file });
  return file.end - 1;
}

function noteString(scan: Scan, bytes: Uint8Array, start: number, end: number): void {
  if (end - start <= LONG_BASE64 || end >= bytes.length) return;
  const isBase64 = scan.key === "content" && !bytes.subarray(start, end).includes(BACKSLASH);
  // A string with an escape in it is left to JSON.parse.
  if (isBase64) scan.files.push({ kind: "base64", start: start - 1, end: end + 1 });
  else if (isTopText(scan) && end - start > SES_V2_MAX_BYTES)
    scan.tooLarge ||= charactersOf(bytes, start, end) > SES_V2_MAX_BYTES;
}

/** A field of the body itself: in a batch each message has its own answer. */
function isTopText({ depth, inArray }: Scan): boolean {
  return depth === 1 && inArray[1] === 0;
}

function open(scan: Scan, isArray: boolean): void {
  scan.depth += 1;
  countKey(scan);
  if (scan.depth > MAX_DEPTH) scan.why = `The body is nested deeper than ${MAX_DEPTH} levels.`;
  scan.inArray[scan.depth] = isArray ? 1 : 0;
  scan.underConstructor[scan.depth] = scan.key === "constructor" ? 1 : 0;
  scan.key = "";
}

function noteKey(scan: Scan, bytes: Uint8Array, start: number, end: number): void {
  scan.key = end - start > LONGEST_ESCAPED_KEY ? "" : readKey(bytes.subarray(start, end));
  const reaches = scan.key === "prototype" && scan.underConstructor[scan.depth] === 1;
  if (scan.key === "__proto__" || reaches) scan.why = `The body has a key that is not allowed: ${scan.key}.`;
  else countKey(scan);
}

function countKey(scan: Scan): void {
  scan.keys += 1;
  if (scan.keys > MAX_KEYS) scan.why = `The body has over ${MAX_KEYS} keys and containers.`;
}

/** A key without its escapes. Only those of ASCII can spell a name that matters. */
function readKey(key: Uint8Array): string {
  const text = String.fromCharCode(...key);
  if (!text.includes("\\")) return text;
  return text.replace(/\\u00([0-7][0-9a-fA-F])/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
