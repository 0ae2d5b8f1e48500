import { isObject } from "@sendex/kit/loose";
import { LOG_BODY_CHARACTERS } from "./redact";

const MESSAGE_CHARACTERS = 1_000;
const FIELDS = [100, 10, 2, 0];
/** What stands before the @ of an address, quoted or not. */
const LOCAL_PART = /(?:"[^"]{0,64}"|[^\s"'<>(),;:@]{1,64})@/g;

/**
 * A refusal as the request log keeps it, in JSON of at most 4,096 characters: whole, since we wrote it, but that addresses lose
 * what stands before their @, and that only as many wrong fields are told as find room.
 */
export function keepRefusal(body: unknown): string | null {
  if (!isObject(body)) return null;
  for (const most of FIELDS) {
    const text = JSON.stringify(withoutNames(body, most));
    if (text.length <= LOG_BODY_CHARACTERS) return text;
  }
  return null;
}

function withoutNames(value: unknown, most: number): unknown {
  if (typeof value === "string") return value.slice(0, MESSAGE_CHARACTERS).replace(LOCAL_PART, "…@");
  if (Array.isArray(value)) return value.slice(0, most).map((item) => withoutNames(item, most));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withoutNames(field, most)]));
}
