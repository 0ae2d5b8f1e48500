import { foldHeader } from "@sendex/core/accepting/fold";
import { encodeMailbox, encodeText } from "@sendex/core/accepting/header-text";
import { encodeHeaderValue } from "@sendex/core/accepting/header-value";
import type { Mailbox } from "@sendex/core/accepting/message";
import type { Mail } from "./mail";

/** The fields that a mail's readers see and those of the customer, each with its CRLF; a field without a value is left out. */
export function headersOf(mail: Mail): string {
  const own = Object.entries(mail.headers).map(
    ([name, value]) => [name, encodeHeaderValue(name, value)] as const,
  );
  const fields = [
    ["From", encodeMailbox(mail.from)],
    ["To", list(mail.to)],
    ["Cc", list(mail.cc)],
    ["Reply-To", list(mail.replyTo)],
    ["Subject", encodeText(mail.subject)],
    ...own,
  ] as const;
  return fields
    .filter(([, value]) => value.trim() !== "")
    .map(([name, value]) => `${foldHeader(name, value)}\r\n`)
    .join("");
}

function list(mailboxes: Mailbox[]): string {
  return mailboxes.map(encodeMailbox).join(", ");
}
