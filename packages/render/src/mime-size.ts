import { setImmediate } from "node:timers/promises";
import type { Mailbox } from "@sendex/core/accepting/message";
import type { Mail } from "./mail";
import { MAX_QUOTED_CHARACTERS } from "./mime";

/** The size of a mail before it is composed: never less than what `compose` makes of it. */

/** Base64 makes 4 of 3, and CRLF 78 of 76; a little for the last, shorter line. */
const BASE64_GROWTH = (4 / 3) * (78 / 76);
/** Quoted-printable makes at most 3 of 1, and a soft line break of 3 at the latest after 73 characters. */
const QUOTED_GROWTH = 3 * (76 / 73) + 0.01;
/** RFC 2047 and RFC 2231 make at most 3 of 1 byte, and start a new word about every 13 of them with up to 30 characters around it. */
const HEADER_GROWTH = 6;
/** A header's name, its colon, brackets and line ends; a part's boundary and its fixed headers. */
const HEADER_BYTES = 128;
const PART_BYTES = 1024;
/** Characters looked at in one turn: a pair of surrogates cut in two counts for 2 bytes more than it has. */
const SLICE = 512 * 1024;

/**
 * An upper bound of the composed size in bytes. For what is large (attachments, long bodies) it is within a few
 * per cent of the truth, so accept composes only the mails that it puts over SES's limit.
 * Every character is looked at, a slice a turn of the event loop.
 */
export async function composedSize(
  mail: Pick<
    Mail,
    "from" | "to" | "cc" | "replyTo" | "subject" | "text" | "html" | "headers" | "attachments"
  >,
): Promise<number> {
  const mailboxes = [mail.from, ...mail.to, ...mail.cc, ...mail.replyTo];
  const headers = Object.entries(mail.headers).map(([name, value]) => headerSize(name + value));
  const parts = mail.attachments.map(
    ({ filename, contentType, contentId = "", content }) =>
      PART_BYTES +
      2 * headerSize(filename) +
      headerSize(contentType + contentId) +
      base64Size(content.length),
  );
  const bodies = [await bodySize(mail.text), await bodySize(mail.html)];
  return sum([
    3 * PART_BYTES,
    headerSize(mail.subject),
    ...mailboxes.map(mailboxSize),
    ...headers,
    ...parts,
    ...bodies,
  ]);
}

function mailboxSize({ name = "", address }: Mailbox): number {
  return headerSize(name + address);
}

function headerSize(value: string): number {
  return HEADER_BYTES + HEADER_GROWTH * Buffer.byteLength(value);
}

function base64Size(bytes: number): number {
  return Math.ceil(bytes * BASE64_GROWTH) + 8;
}

/** Lone line ends are written as CRLF, so each may count for two; a body is quoted-printable only below the limit. */
async function bodySize(text: string | undefined): Promise<number> {
  if (!text) return 0;
  let bytes = 0;
  for (let at = 0; at < text.length; at += SLICE) {
    if (at > 0) await setImmediate();
    const slice = Buffer.from(text.slice(at, at + SLICE));
    bytes += slice.length + lineEnds(slice);
  }
  const isQuoted = text.length <= MAX_QUOTED_CHARACTERS;
  return PART_BYTES + (isQuoted ? Math.ceil(bytes * QUOTED_GROWTH) + 8 : base64Size(bytes));
}

function lineEnds(bytes: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < bytes.length; i += 1) if (bytes[i] === 10 || bytes[i] === 13) count += 1;
  return count;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
