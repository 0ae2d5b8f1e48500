import { bareAddress, domainOf, splitAddresses } from "../mime/address";
import { headerValue, parseHeaders, type Header } from "../mime/headers";
import { checkMime } from "./checkMime";
import { Refusal } from "./refusal";
import type { CheckedSend, SendCall, Tag } from "./send";

/** https://docs.aws.amazon.com/ses/latest/dg/quotas.html */
const MAX_RECIPIENTS = 50;
const TAG_PART = /^[A-Za-z0-9_-]{1,256}$/;
/** SES refuses mail that has one of these twice. https://docs.aws.amazon.com/ses/latest/dg/header-fields.html */
const SINGLE_HEADERS = new Set(
  (
    "accept-language acceptlanguage archived-at auto-submitted bcc bounces-to cc comments content-alternative " +
    "content-base content-class content-description content-disposition content-duration content-id content-language " +
    "content-length content-location content-md5 content-transfer-encoding content-type date delivered-to " +
    "disposition-notification-options disposition-notification-to dkim-signature domainkey-signature errors-to from " +
    "importance in-reply-to keywords list-archive list-help list-id list-owner list-post list-subscribe " +
    "list-unsubscribe list-unsubscribe-post message-context message-id mime-version organization original-from " +
    "original-message-id original-recipient original-subject precedence priority references reply-to return-path " +
    "return-receipt-to sender sensitivity solicitation subject thread-index thread-topic to user-agent vbr-info"
  ).split(" "),
);

export interface SendRules {
  configSet: string;
  region: string;
  isVerified(domain: string): boolean;
}

/** The checks SES makes before it accepts, in turn. Throws Refusal in SES's words. */
export function checkSend(call: SendCall, rules: SendRules): CheckedSend {
  checkSize(call);
  const headers = parseHeaders(call.raw);
  checkSingleHeaders(headers);
  checkMime(call.raw, headers, [
    ...(call.source === null ? [] : [call.source]),
    ...(call.destinations ?? []),
  ]);
  const from = headerValue(headers, "From");
  if (from === undefined) throw invalid("Missing required header 'From'.");
  const destinations = checkDestinations(call.destinations ?? headerRecipients(headers));
  const tags = checkTags(call.tags.length > 0 ? call.tags : headerTags(headers));
  const configSet = call.configSet ?? headerValue(headers, "X-SES-CONFIGURATION-SET") ?? null;
  if (configSet !== null && configSet !== rules.configSet) {
    throw new Refusal("ConfigurationSetDoesNotExist", `Configuration set <${configSet}> does not exist.`);
  }
  const source = call.source ?? from;
  checkSender([source, ...splitAddresses(from)], rules);
  return { operation: call.operation, raw: call.raw, source, destinations, configSet, tags, headers };
}

function checkSize({ raw, maxBytes }: SendCall): void {
  if (raw.length === 0) throw invalid("Message must not be empty.");
  if (raw.length <= maxBytes) return;
  throw invalid(`Message length is more than ${maxBytes} bytes long: '${raw.length}'.`);
}

function checkSingleHeaders(headers: Header[]): void {
  const seen = new Set<string>();
  for (const { name } of headers) {
    const key = name.toLowerCase();
    if (seen.has(key) && SINGLE_HEADERS.has(key)) throw invalid(`Duplicate header '${name}'.`);
    seen.add(key);
  }
}

function headerRecipients(headers: Header[]): string[] {
  return ["To", "Cc", "Bcc"].flatMap((name) => splitAddresses(headerValue(headers, name) ?? ""));
}

function checkDestinations(mailboxes: string[]): string[] {
  if (mailboxes.length === 0) throw invalid("Missing required header 'To'.");
  if (mailboxes.length > MAX_RECIPIENTS) throw invalid(`Recipient count exceeds ${MAX_RECIPIENTS}.`);
  return mailboxes.map((mailbox) => {
    const address = bareAddress(mailbox);
    checkAddress(address);
    return address;
  });
}

function checkAddress(address: string): void {
  const domain = domainOf(address);
  if (domain === "") throw invalid("Missing final '@domain'");
  const local = address.slice(0, address.lastIndexOf("@"));
  // eslint-disable-next-line no-control-regex -- control characters are what SES refuses here
  if (local === "" || /[\u0000-\u0020\u007f]/.test(local.replace(/^".*"$/s, ""))) {
    throw invalid("Local address contains control or whitespace");
  }
  if (/[^\x21-\x7e]/.test(local)) throw invalid("Local address contains non-ASCII characters.");
  if (!/^[a-z0-9._-]+$/.test(domain)) throw invalid("Domain contains illegal character");
  if (domain.startsWith(".")) throw invalid("Domain starts with dot");
  if (domain.endsWith(".")) throw invalid("Domain ends with dot");
}

function headerTags(headers: Header[]): Tag[] {
  const value = headerValue(headers, "X-SES-MESSAGE-TAGS");
  if (value === undefined) return [];
  return value
    .split(",")
    .filter((pair) => pair.trim() !== "")
    .map((pair) => {
      const equals = pair.indexOf("=");
      return { name: pair.slice(0, Math.max(equals, 0)).trim(), value: pair.slice(equals + 1).trim() };
    });
}

function checkTags(tags: Tag[]): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const { name, value } of tags) {
    if (!TAG_PART.test(name))
      throw invalid(
        `Invalid tag name <${name}>: only alphanumeric ASCII characters, '_', and '-' are allowed, 1 to 256 of them.`,
      );
    if (!TAG_PART.test(value))
      throw invalid(
        `Invalid tag value <${value}>: only alphanumeric ASCII characters, '_', and '-' are allowed, 1 to 256 of them.`,
      );
    if (Object.hasOwn(checked, name)) throw invalid(`Duplicate message tag name <${name}>.`);
    checked[name] = value;
  }
  return checked;
}

function checkSender(mailboxes: string[], rules: SendRules): void {
  const addresses = [...new Set(mailboxes.map(bareAddress))];
  addresses.forEach(checkAddress);
  const failed = addresses.filter((address) => !rules.isVerified(domainOf(address)));
  if (failed.length === 0) return;
  throw new Refusal(
    "MessageRejected",
    `Email address is not verified. The following identities failed the check in region ${rules.region.toUpperCase()}: ${failed.join(", ")}`,
  );
}

function invalid(message: string): Refusal {
  return new Refusal("InvalidParameterValue", message);
}
