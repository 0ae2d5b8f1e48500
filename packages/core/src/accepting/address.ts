import { hasControl, wellFormed } from "@sendex/kit/text";
import { domainToAscii } from "./idna";
import type { Mailbox } from "./message";

/** RFC 5321 4.5.3.1: local part 64, domain 255; a path of 256 with its brackets leaves 254 for the address. */
export const MAX_LOCAL_CHARACTERS = 64;
export const MAX_ADDRESS_CHARACTERS = 254;
export const MAX_LABEL_CHARACTERS = 63;
/** Far above any real display name; keeps a hostile text from being looked at twice. */
export const MAX_MAILBOX_CHARACTERS = 1024;

/**
 * Reads exactly one mailbox: `a@b.example`, `<a@b.example>`, `Name <a@b.example>` or
 * `"Name, quoted" <a@b.example>`. The address is what stands in the brackets, whatever the name looks like.
 * Lists, groups, comments and control characters give undefined. Time is linear in the text's length.
 * Source: RFC 5322 3.4, without its folding white space and obsolete forms.
 */
export function parseMailbox(text: string): Mailbox | undefined {
  if (text.length > MAX_MAILBOX_CHARACTERS || hasControl(text)) return undefined;
  const trimmed = text.trim();
  const phrase = readPhrase(trimmed);
  if (!phrase) return undefined;
  if (phrase.end === trimmed.length) return bare(trimmed);
  if (!trimmed.endsWith(">")) return undefined;
  const address = parseAddress(trimmed.slice(phrase.end + 1, -1).trim());
  if (!address) return undefined;
  const name = wellFormed(phrase.name).trim();
  return name ? { address, name } : { address };
}

/**
 * Reads a bare `local@domain` and returns it with its domain in lower-case ASCII. The local part is kept as
 * written: an ASCII dot-atom. Quoted local parts are refused, because readers of mail disagree about where they end.
 * Source: RFC 5321 4.1.2 and 4.5.3.1.
 */
export function parseAddress(text: string): string | undefined {
  const at = text.lastIndexOf("@");
  if (at < 1 || at > MAX_LOCAL_CHARACTERS || text.length > MAX_ADDRESS_CHARACTERS + MAX_LOCAL_CHARACTERS)
    return undefined;
  const local = text.slice(0, at);
  if (!isDotAtom(local)) return undefined;
  const domain = parseDomain(text.slice(at + 1));
  if (!domain) return undefined;
  const address = `${local}@${domain}`;
  return address.length <= MAX_ADDRESS_CHARACTERS ? address : undefined;
}

/**
 * Reads a domain of two labels or more into lower-case ASCII, international ones as punycode (RFC 5891).
 * Addresses in numbers and address literals are refused.
 */
export function parseDomain(text: string): string | undefined {
  if (text.length > MAX_ADDRESS_CHARACTERS) return undefined;
  const lower = text.toLowerCase();
  const ascii = isHostName(lower) && !lower.includes("xn--") ? lower : toAscii(lower);
  return ascii && isHostName(ascii) ? ascii : undefined;
}

/** The domain of an address that has been parsed. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** Writes a mailbox as people read it; `parseMailbox` reads it back. */
export function formatMailbox({ address, name }: Mailbox): string {
  if (!name) return address;
  const plain = !/["(),:;<>@[\\\]]/.test(name) && name === name.trim();
  return plain ? `${name} <${address}>` : `"${name.replace(/["\\]/g, "\\$&")}" <${address}>`;
}

interface Phrase {
  /** Quotes and escapes undone. */
  name: string;
  /** Where the opening bracket stands, or the text's length. */
  end: number;
}

/** Words up to the first bracket outside quotes. Undefined where a list begins or a quote stays open. */
function readPhrase(text: string): Phrase | undefined {
  let name = "";
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '"') quoted = !quoted;
    else if (quoted && character === "\\") name += text.charAt((i += 1));
    else if (quoted) name += character;
    else if (character === "<") return { name, end: i };
    else if (",;>".includes(character)) return undefined;
    else name += character;
  }
  return quoted ? undefined : { name, end: text.length };
}

function bare(text: string): Mailbox | undefined {
  const address = parseAddress(text);
  return address ? { address } : undefined;
}

/** RFC 5322 3.2.3. */
function isDotAtom(text: string): boolean {
  return /^[\w!#$%&'*+/=?^`{|}~.-]+$/.test(text) && text.split(".").every((atom) => atom !== "");
}

/** Letters, digits and inner hyphens (RFC 1123 2.1), at least two labels, and a last one that is not a number. */
function isHostName(text: string): boolean {
  const labels = text.split(".");
  const last = labels.at(-1) ?? "";
  return labels.length > 1 && labels.every(isLabel) && !/^\d+$/.test(last);
}

function isLabel(text: string): boolean {
  return (
    text.length <= MAX_LABEL_CHARACTERS &&
    /^[a-z0-9-]+$/.test(text) &&
    !text.startsWith("-") &&
    !text.endsWith("-")
  );
}

function toAscii(domain: string): string | undefined {
  // Of ASCII only what a host name has, before a mapping can make it of something else.
  if (/[^a-z0-9.\u0080-\u{10ffff}-]/u.test(domain)) return undefined;
  return domainToAscii(domain);
}
