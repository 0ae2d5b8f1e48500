import { bareAddress, domainOf, splitAddresses } from "../mime/address";
import { decodeHeader, headerValue, type Header } from "../mime/headers";
import type { Mail } from "../store/mail";

/** The account the stand-in belongs to, as its ARNs and events show it. */
export interface AwsAccount {
  id: string;
  region: string;
}

/** SES cuts the headers in a notification at this size. */
const MAX_HEADERS_BYTES = 10 * 1024;

/**
 * The `mail` object of a published event.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html#event-publishing-retrieving-sns-contents-mail-object
 */
export function eventMail(mail: Mail, headers: Header[], account: AwsAccount): Record<string, unknown> {
  const kept = withinLimit(headers);
  return {
    timestamp: mail.at,
    source: mail.from,
    sourceArn: `arn:aws:ses:${account.region}:${account.id}:identity/${domainOf(bareAddress(mail.from))}`,
    sendingAccountId: account.id,
    messageId: mail.messageId,
    destination: mail.to,
    headersTruncated: kept.length < headers.length,
    headers: kept.map(({ name, value }) => ({ name, value: decodeHeader(value) })),
    commonHeaders: commonHeaders(headers, mail.messageId),
    tags: eventTags(mail),
  };
}

function withinLimit(headers: Header[]): Header[] {
  let bytes = 0;
  const end = headers.findIndex(({ name, value }) => {
    bytes += name.length + value.length + 4;
    return bytes > MAX_HEADERS_BYTES;
  });
  return end < 0 ? headers : headers.slice(0, end);
}

/** The headers that SES shows apart, decoded; absent ones are left out. */
export function commonHeaders(headers: Header[], messageId: string): Record<string, unknown> {
  const mailboxes = (name: string): string[] | undefined => {
    const value = headerValue(headers, name);
    return value === undefined ? undefined : splitAddresses(decodeHeader(value));
  };
  const text = (name: string): string | undefined => {
    const value = headerValue(headers, name);
    return value === undefined ? undefined : decodeHeader(value);
  };
  return {
    ...present("from", mailboxes("From")),
    ...present("replyTo", mailboxes("Reply-To")),
    ...present("date", text("Date")),
    ...present("to", mailboxes("To")),
    ...present("cc", mailboxes("Cc")),
    messageId: text("Message-ID") ?? messageId,
    ...present("subject", text("Subject")),
  };
}

function present(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}

function eventTags(mail: Mail): Record<string, string[]> {
  const own = Object.entries(mail.tags).map(([name, value]): [string, string[]] => [name, [value]]);
  return {
    "ses:operation": [mail.operation],
    ...(mail.configSet === null ? {} : { "ses:configuration-set": [mail.configSet] }),
    "ses:source-ip": ["127.0.0.1"],
    "ses:from-domain": [domainOf(bareAddress(mail.from))],
    "ses:caller-identity": ["sandbox"],
    ...Object.fromEntries(own),
  };
}
