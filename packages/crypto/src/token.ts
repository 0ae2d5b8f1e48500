import { createHmac, timingSafeEqual } from "node:crypto";
import { crc32 } from "./crc32";
import { random16 } from "./random";

/** Crockford's base32 in lower case: in the order of its bytes, as the "C" collation sorts. */
const BASE32 = "0123456789abcdefghjkmnpqrstvwxyz";
const BASE32_PAIRS = Array.from({ length: 1024 }, (_, n) => BASE32.charAt(n >> 5) + BASE32.charAt(n & 31));
const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const TIME_CHARACTERS = 10;
const TIME_LIMIT = 32 ** TIME_CHARACTERS;
const SEQUENCE_CHARACTERS = 3;
const MAX_SEQUENCE = 32 ** SEQUENCE_CHARACTERS - 1;
const RANDOM_CHARACTERS = 14;
const ID_CHARACTERS = TIME_CHARACTERS + SEQUENCE_CHARACTERS + RANDOM_CHARACTERS;

/** 250 random bits, and a checksum that tells a mistyped key from a revoked one without a query. */
const KEY_RANDOM_CHARACTERS = 42;
const KEY_CHECKSUM_CHARACTERS = 6;
const API_KEY = /^sk_(live|test)_[0-9A-Za-z]{48}$/;
const OPERATOR_KEY = /^op_[0-9A-Za-z]{48}$/;

type KeyMode = "live" | "test";

/**
 * `<prefix>_` and 27 characters: the time in milliseconds (10), this process's sequence (3), 70 random bits (14).
 * Ids of one process sort in the order they were made, as long as its clock does not go back; all sort by time.
 * Over about 16,000 in one millisecond the time runs ahead of `now`. Throws RangeError on a time before 1970.
 */
export function newId(prefix: string, now: Date): string {
  const time = tick(msOf(now));
  let text = encodeTime(time) + encode32(sequence, SEQUENCE_CHARACTERS);
  for (let i = 0; i < RANDOM_CHARACTERS; i += 2) text += BASE32_PAIRS[random16() & 1023] ?? "";
  return `${prefix}_${text}`;
}

/** The time inside an id. Throws RangeError on what is not one. */
export function idTime(id: string): Date {
  const start = id.lastIndexOf("_") + 1;
  if (!isId(id.slice(0, start - 1), id)) throw new RangeError("Not an id");
  let ms = 0;
  for (const character of id.slice(start, start + TIME_CHARACTERS)) ms = ms * 32 + BASE32.indexOf(character);
  return new Date(ms);
}

/** The lowest id of a millisecond: every id of that or a later time sorts at or after it. For partitions and cursors. */
export function idFloor(prefix: string, date: Date): string {
  const rest = "0".repeat(SEQUENCE_CHARACTERS + RANDOM_CHARACTERS);
  return `${prefix}_${encode32(msOf(date), TIME_CHARACTERS)}${rest}`;
}

/** Whether a text has the form of an id with this prefix. */
export function isId(prefix: string, text: string): boolean {
  const start = prefix.length + 1;
  if (text.length !== start + ID_CHARACTERS || !text.startsWith(`${prefix}_`)) return false;
  return /^[0-9a-hjkmnp-tv-z]+$/.test(text.slice(start));
}

/** `sk_live_` or `sk_test_`, 42 random base62 characters, and the CRC-32 of all that in 6 more. */
export function newApiKey(mode: KeyMode): string {
  return newKey(`sk_${mode}_`);
}

/** The same with `op_`: what an operator calls with. */
export function newOperatorKey(): string {
  return newKey("op_");
}

/** The same without a prefix: what a link in a mail lets one person do once. */
export function newLinkToken(): string {
  return newKey("");
}

function newKey(start: string): string {
  let key = start;
  for (let i = 0; i < KEY_RANDOM_CHARACTERS; i += 1) key += randomCharacter();
  return key + checksum(key);
}

/** What an API key says of itself, undefined where it cannot be one. Whether it exists only the database knows. */
export function readApiKey(text: string): { mode: KeyMode } | undefined {
  if (!API_KEY.test(text) || !isWhole(text)) return undefined;
  return { mode: text.startsWith("sk_live_") ? "live" : "test" };
}

/** Whether a text can be an operator's key. */
export function isOperatorKey(text: string): boolean {
  return OPERATOR_KEY.test(text) && isWhole(text);
}

function isWhole(key: string): boolean {
  const end = key.length - KEY_CHECKSUM_CHARACTERS;
  return checksum(key.slice(0, end)) === key.slice(end);
}

/** What is stored of an API key or a link's token, 32 bytes: HMAC-SHA256 under a pepper that the database does not hold. */
export function hashApiKey(key: string, pepper: string | Uint8Array): Buffer {
  return createHmac("sha256", pepper).update(key).digest();
}

/** Compares in a time that does not depend on where two byte strings differ. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

function msOf(date: Date): number {
  const ms = date.getTime();
  if (ms >= 0 && ms < TIME_LIMIT) return ms;
  throw new RangeError(`No id can hold the time ${ms}`);
}

let sequence = 0;
/** The latest time asked for, and how far ids had to run ahead of it because its sequence was used up. */
let latest = -1;
let ahead = 0;

/** Steps the sequence and returns the time that goes with it: `ms`, unless that millisecond is full. */
function tick(ms: number): number {
  if (ms > latest + ahead) {
    latest = ms;
    ahead = 0;
    // Not at every millisecond: two callers whose clock readings cross would then share sequence numbers.
    if (sequence > MAX_SEQUENCE / 2) sequence = -1;
  } else if (sequence === MAX_SEQUENCE) {
    ahead += 1;
    sequence = -1;
  }
  sequence += 1;
  return ms < latest ? ms : latest + ahead;
}

let encodedNumber = -1;
let encodedText = "";

/** Remembers the last time it wrote, since thousands of ids share one. */
function encodeTime(ms: number): string {
  if (ms !== encodedNumber) {
    encodedText = encode32(ms, TIME_CHARACTERS);
    encodedNumber = ms;
  }
  return encodedText;
}

function encode32(value: number, characters: number): string {
  let text = "";
  for (let rest = value; text.length < characters; rest = Math.floor(rest / 32)) {
    text = BASE32.charAt(rest % 32) + text;
  }
  return text;
}

function randomCharacter(): string {
  // Only whole multiples of 62 below 2^16, so that every character is as likely as the others.
  let draw = random16();
  while (draw >= 65_534) draw = random16();
  return BASE62.charAt(draw % 62);
}

function checksum(text: string): string {
  let encoded = "";
  for (let rest = crc32(text); encoded.length < KEY_CHECKSUM_CHARACTERS; rest = Math.floor(rest / 62)) {
    encoded = BASE62.charAt(rest % 62) + encoded;
  }
  return encoded;
}
