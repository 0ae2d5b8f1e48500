import { isObject } from "@sendex/kit/loose";
import { type Kept, keptOf } from "./fields";

/** Of a body in the request log, as JSON. */
export const LOG_BODY_CHARACTERS = 4_096;

/** Of a list; with fewer, where the whole would be too long. */
const ITEMS = [10, 2, 0];
const DEPTH = 4;

/** Our ids have the time and a sequence in them, and no key or secret has their form. */
const ID = /^[a-z]{2,4}_[0-9a-hjkmnp-tv-z]{27}$/;
const TIME = /^\d{4}-\d\d-\d\d(?:T[\d:.]{5,12}(?:Z|[+-]\d\d:\d\d))?$/;
/** `standard`, `send_only`, `email.delivered`. */
const WORD = /^[a-z][a-z_.]{0,31}$/;
/** As aliases are, but for what begins like a key or a secret. */
const NAME = /^(?!sk_|op_|whsec_)[\w.-]{1,64}$/;
const DOMAIN = /^(?=.{4,253}$)[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2,}|xn--[a-z\d-]+)$/i;

/** Who wrote a body: of ours, names are kept that are not in the table, and plain values under them. */
type Author = "caller" | "us";

/**
 * A body as the request log keeps it, in JSON of at most 4,096 characters: the names of fields, and of values only what
 * fields.ts says. Null for what is no object and no list, or too long even so. It reads no more than a few hundred values,
 * however large the body is.
 */
export function redactBody(body: unknown, author: Author): string | null {
  if (typeof body !== "object" || body === null || ArrayBuffer.isView(body)) return null;
  for (const items of ITEMS) {
    const text = JSON.stringify(keep("inside", body, { author, items, depth: 0 }));
    if (text.length <= LOG_BODY_CHARACTERS) return text;
  }
  return null;
}

interface At {
  author: Author;
  items: number;
  depth: number;
}

function keep(kept: Kept, value: unknown, at: At): unknown {
  if (value === null || value === undefined) return null;
  if (kept === "hidden" || at.depth > DEPTH) return sizeOf(value);
  const inside = { ...at, depth: at.depth + 1 };
  if (Array.isArray(value)) return keepItems(kept, value, inside);
  if (isObject(value) && kept !== "word" && !ArrayBuffer.isView(value)) return keepFields(value, inside);
  if (kept === "word" && (typeof value === "number" || typeof value === "boolean")) return value;
  return typeof value === "string" ? keepText(kept, value) : sizeOf(value);
}

function keepItems(kept: Kept, items: unknown[], at: At): unknown[] {
  const shown = items.slice(0, at.items).map((item) => keep(kept, item, at));
  return items.length > at.items ? [...shown, `[${items.length - shown.length} more]`] : shown;
}

function keepFields(fields: Record<string, unknown>, at: At): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  let others = 0;
  for (const name in fields) {
    const kept = keptOf(name);
    if (kept !== undefined) shown[name] = keep(kept, fields[name], at);
    else if (at.author === "us") shown[name] = plainOrSize(fields[name]);
    else others += 1;
  }
  if (others > 0) shown["[other fields]"] = others;
  return shown;
}

function plainOrSize(value: unknown): unknown {
  return typeof value === "number" || typeof value === "boolean" || value === null ? value : sizeOf(value);
}

function keepText(kept: Kept, text: string): string {
  if (kept === "word" && (ID.test(text) || TIME.test(text) || WORD.test(text))) return text;
  if (kept === "name" && NAME.test(text)) return text;
  if (kept === "domain" && (ID.test(text) || DOMAIN.test(text))) return text;
  if (kept === "address") return domainIn(text) ?? sizeOf(text);
  if (kept === "host") return hostIn(text) ?? sizeOf(text);
  return sizeOf(text);
}

/** More than any mailbox that is accepted; what is longer is not looked into. */
const MAILBOX_CHARACTERS = 1_000;

/** Of `a@b.example` and `Name <a@b.example>`. */
function domainIn(text: string): string | undefined {
  if (text.length > MAILBOX_CHARACTERS) return undefined;
  const domain = text.slice(text.lastIndexOf("@") + 1).replace(/>?\s*$/, "");
  return text.includes("@") && DOMAIN.test(domain) ? `…@${domain}` : undefined;
}

function hostIn(text: string): string | undefined {
  const [, scheme = "", host = ""] =
    /^(https?):\/\/([\w.-]{1,253})(?::\d{1,5})?(?:[/?#]|$)/i.exec(text) ?? [];
  return host === "" ? undefined : `${scheme}://${host}/…`;
}

/** `[12 characters]`, `[1 item]`, `[5 fields]`. */
function sizeOf(value: unknown): string {
  if (typeof value === "string") return amount(value.length, "character");
  if (Array.isArray(value)) return amount(value.length, "item");
  if (ArrayBuffer.isView(value)) return amount(value.byteLength, "byte");
  return isObject(value) ? amount(Object.keys(value).length, "field") : `[${typeof value}]`;
}

function amount(count: number, of: string): string {
  return `[${count} ${of}${count === 1 ? "" : "s"}]`;
}
