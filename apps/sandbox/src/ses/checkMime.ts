import { splitAddresses } from "../mime/address";
import type { Header } from "../mime/headers";
import { Refusal } from "./refusal";

/** SES's own words, in which it refuses what is longer. */
const MAX_ADDRESS_LENGTH = 320;
/** With the CRLF. https://docs.aws.amazon.com/ses/latest/APIReference/API_RawMessage.html */
const MAX_LINE = 1_000;
/** https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html */
const MAX_PARTS = 500;
const ADDRESS_HEADERS = new Set(["from", "sender", "to", "cc", "bcc", "reply-to"]);
const LINE_FEED = 10;
const PART = Buffer.from("\nContent-Type:");

/** What SES refuses of a raw message's form. Throws Refusal. */
export function checkMime(raw: Buffer, headers: Header[], envelope: string[]): void {
  const items = headers
    .filter(({ name }) => ADDRESS_HEADERS.has(name.toLowerCase()))
    .flatMap(({ value }) => splitAddresses(value));
  for (const item of [...envelope, ...items]) checkLength(item);
  checkLines(raw);
  if (partsOf(raw) > MAX_PARTS) throw invalid(`Message has more than ${MAX_PARTS} MIME parts.`);
}

/** Name and address as they stand in the header, its line breaks taken out. */
function checkLength(item: string): void {
  if (Buffer.byteLength(item) <= MAX_ADDRESS_LENGTH) return;
  throw invalid(`Address length is more than ${MAX_ADDRESS_LENGTH} characters long: '${item}'.`);
}

/** Goes from the last line end within reach to the next, and so looks at few of them. */
function checkLines(raw: Buffer): void {
  for (let start = 0; raw.length - start > MAX_LINE;) {
    const end = raw.lastIndexOf(LINE_FEED, start + MAX_LINE - 1);
    if (end < start) throw invalid(`Message has a line that is longer than ${MAX_LINE} characters.`);
    start = end + 1;
  }
}

function partsOf(raw: Buffer): number {
  let parts = 0;
  for (let at = raw.indexOf(PART); at >= 0; at = raw.indexOf(PART, at + 1)) parts += 1;
  return parts;
}

function invalid(message: string): Refusal {
  return new Refusal("InvalidParameterValue", message);
}
