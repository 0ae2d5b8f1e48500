import { hasControl } from "@sendex/kit/text";
import { isReservedHeader } from "@sendex/core/accepting/header";
import type { DraftAttachment, Mailbox } from "@sendex/core/accepting/message";
import type { Mail } from "./mail";

/** Nothing that is tried again later makes a mail of it. The message is for people, and holds nothing of the mail. */
export class Uncomposable extends TypeError {}

/**
 * The last check before composing. Accept has refused all of this with a field error; here it guards against a stored
 * or rendered value that is not what the types promise, since the composer would take an object for a file, a URL or
 * raw MIME.
 * @throws Uncomposable naming the field, never its value.
 */
export function assertPlain(mail: Mail): void {
  for (const mailbox of [mail.from, ...mail.to, ...mail.cc, ...mail.replyTo]) assertMailbox(mailbox);
  line("subject", mail.subject, "\t");
  line("messageId", mail.messageId);
  if (!(mail.date instanceof Date) || Number.isNaN(mail.date.getTime())) refuse("date");
  if (mail.text !== undefined && typeof mail.text !== "string") refuse("text");
  if (mail.html !== undefined && typeof mail.html !== "string") refuse("html");
  for (const [name, value] of Object.entries(mail.headers)) assertHeader(name, value);
  for (const part of mail.attachments) assertAttachment(part);
}

function assertMailbox({ address, name }: Mailbox): void {
  line("address", address);
  if (/[\s<>]/.test(address)) refuse("address");
  if (name !== undefined) line("name", name);
}

function assertHeader(name: string, value: string): void {
  if (!/^[!-9;-~]+$/.test(name) || isReservedHeader(name)) refuse("header name");
  line(`header ${name}`, value, "\t");
}

function assertAttachment({ filename, content, contentType, contentId }: DraftAttachment): void {
  line("filename", filename);
  if (!(content instanceof Uint8Array)) refuse("attachment content");
  line("content type", contentType);
  if (contentId !== undefined) line("content id", contentId);
}

/** A string on one line. */
function line(field: string, value: unknown, allowed?: string): void {
  if (typeof value !== "string" || hasControl(value, allowed)) refuse(field);
}

function refuse(field: string): never {
  throw new Uncomposable(`The mail's ${field} cannot be composed.`);
}
