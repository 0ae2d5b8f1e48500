import { hasControl, wellFormed } from "@sendex/kit/text";
import type { FieldError } from "../error";
import { parseAddress, parseMailbox } from "./address";
import { encodeMailbox } from "./header-text";
import { addressProblem, mailboxProblem, type Problem } from "./mailbox-problem";
import { type Mailbox, MAX_ENCODED_MAILBOX_BYTES } from "./message";

/** A mailbox as a surface hands it over. */
export type RawMailbox = string | { email: string; name?: string };

/** Addresses a field may hold before repeated ones are dropped; bounds the work, and the errors, of one request. */
export const MAX_MAILBOXES = 1000;
export const MAX_MAILBOX_NAME_CHARACTERS = 256;

/**
 * Reads a field's mailboxes and adds every wrong one to `errors`. A lone mailbox is named by its field, one of several by
 * its place in it. A repeated address stays only where it stands first. `places` learns where that is, by the address in
 * lower case.
 */
export function readMailboxes(
  raw: RawMailbox[],
  field: string,
  errors: FieldError[],
  places = new Map<string, string>(),
): Mailbox[] {
  if (raw.length > MAX_MAILBOXES) {
    errors.push({ field, code: "too_many", message: `${field} takes at most ${MAX_MAILBOXES} addresses.` });
    return [];
  }
  const read = new Map<string, Mailbox>();
  raw.forEach((value, i) => {
    const at = raw.length === 1 ? field : `${field}[${i}]`;
    const mailbox = readMailbox(value, at, errors);
    if (!mailbox) return;
    const key = mailbox.address.toLowerCase();
    if (!read.has(key)) read.set(key, mailbox);
    if (!places.has(key)) places.set(key, at);
  });
  return [...read.values()];
}

/** One mailbox; undefined where an error was added. */
export function readMailbox(raw: RawMailbox, field: string, errors: FieldError[]): Mailbox | undefined {
  const mailbox = typeof raw === "string" ? parseMailbox(raw) : joinMailbox(raw);
  const problem = mailbox ? lengthProblem(mailbox) : problemOf(raw);
  if (!problem) return mailbox;
  const message = `${field} must be one email address, with or without a name: ${problem.text}.`;
  errors.push({ field, code: problem.code, message });
  return undefined;
}

function joinMailbox({ email, name = "" }: { email: string; name?: string }): Mailbox | undefined {
  const address = parseAddress(email);
  if (!address || hasControl(name)) return undefined;
  const shown = wellFormed(name).trim();
  return shown ? { address, name: shown } : { address };
}

function problemOf(raw: RawMailbox): Problem {
  if (typeof raw === "string") return mailboxProblem(raw);
  return parseAddress(raw.email) === undefined
    ? addressProblem(raw.email)
    : { code: "format", text: "its name holds a line break or a control character" };
}

function lengthProblem(mailbox: Mailbox): Problem | undefined {
  const characters = mailbox.name?.length ?? 0;
  if (characters > MAX_MAILBOX_NAME_CHARACTERS) {
    const text = `its name has ${characters} characters, and at most ${MAX_MAILBOX_NAME_CHARACTERS} are allowed`;
    return { code: "too_long", text };
  }
  const bytes = encodeMailbox(mailbox).length;
  if (bytes <= MAX_ENCODED_MAILBOX_BYTES) return undefined;
  const text = `encoded for a mail's header it has ${bytes} bytes, and Amazon SES takes at most ${MAX_ENCODED_MAILBOX_BYTES}; shorten the name`;
  return { code: "too_long", text };
}
