import { defined } from "@sendex/kit/defined";
import { date, isObject, list, record, text, type Loose } from "@sendex/kit/loose";
import { type ReportItem, readItems } from "./items";

/**
 * SES's JSON inside an SNS notification → what it means to us. Reads event publishing (`eventType`) and identity
 * notifications (`notificationType`); knows nothing of the database.
 * Source: SES developer guide, "Contents of event data that Amazon SES publishes to Amazon SNS",
 * "Amazon SNS notification contents for Amazon SES".
 */
export type Report = EmailReport | IgnoredReport;

export interface EmailReport {
  kind: "email";
  /** SES's own word: `Send`, `Bounce`, `Rendering Failure`, … */
  eventType: string;
  sesMessageId: string;
  /** Ours, as they were put on the mail; all absent in identity notifications and in mail that is not ours. */
  tags: ReportTags;
  at: Date;
  items: ReportItem[];
}

export interface ReportTags {
  account?: string;
  message?: string;
  recipient?: number;
  attempt?: number;
}

export interface IgnoredReport {
  kind: "ignored";
  why: string;
}

/** The names of the SES tags that every mail of ours carries. */
export const SES_TAGS = {
  account: "sendex-account",
  message: "sendex-message",
  recipient: "sendex-recipient",
  attempt: "sendex-attempt",
  /** On the service's own mail, in place of all others. */
  system: "sendex-system",
} as const;

/** SNS carries at most 256 KB; anything twice as long is not a notification. */
export const MAX_NOTIFICATION_CHARACTERS = 512 * 1024;
const MAX_ID_CHARACTERS = 256;

/**
 * Reads one notification. Never throws: what is not understood is `ignored`, and says why.
 * @param message the `Message` of the SNS envelope
 * @param publishedAt the envelope's Timestamp, which stands in where the notification has no time of its own
 */
export function readNotification(message: string, publishedAt: Date): Report {
  if (message.length > MAX_NOTIFICATION_CHARACTERS) return ignored("longer than SNS carries");
  const body = parse(message);
  if (body === undefined) return ignored("not JSON");
  const eventType = text(body["eventType"], 64) ?? text(body["notificationType"], 64);
  if (eventType === undefined) return ignored("no event type");
  const mail = record(body["mail"]);
  const sesMessageId = text(mail["messageId"], MAX_ID_CHARACTERS);
  if (sesMessageId === undefined) return ignored(`${eventType} without a mail object`);
  if (eventType === "Received") return ignored("inbound mail, which is not handled");
  return readEmail({ eventType, sesMessageId, body, mail, publishedAt });
}

/** The first object of the text, or undefined when it is something else (SNS also sends plain sentences). */
function parse(message: string): Loose | undefined {
  try {
    const value: unknown = JSON.parse(message);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

interface Notification {
  eventType: string;
  sesMessageId: string;
  body: Loose;
  mail: Loose;
  publishedAt: Date;
}

function readEmail({ eventType, sesMessageId, body, mail, publishedAt }: Notification): Report {
  if (tagValue(record(mail["tags"]), SES_TAGS.system) !== undefined)
    return ignored(`${eventType} about our own mail`);
  const tags = readTags(record(mail["tags"]));
  const read = readItems(eventType, body, mail);
  if (read === undefined) return ignored(`unknown event type ${eventType}`);
  if (read.items.length === 0) return ignored(`${eventType} without anything to record`);
  const items = read.items.map((item) =>
    tags.attempt === undefined ? item : { ...item, data: { attempt: tags.attempt, ...item.data } },
  );
  const at = date(read.details["timestamp"]) ?? date(mail["timestamp"]) ?? publishedAt;
  return { kind: "email", eventType, sesMessageId, tags, at, items };
}

function readTags(tags: Loose): ReportTags {
  const account = tagValue(tags, SES_TAGS.account);
  const message = tagValue(tags, SES_TAGS.message);
  const recipient = ordinal(tagValue(tags, SES_TAGS.recipient));
  const attempt = ordinal(tagValue(tags, SES_TAGS.attempt));
  return defined({ account, message, recipient, attempt });
}

/** SES writes a tag's value as an array of one. */
function tagValue(tags: Loose, name: string): string | undefined {
  const value = tags[name];
  return text(Array.isArray(value) ? list(value, 1)[0] : value, MAX_ID_CHARACTERS);
}

function ordinal(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,5}$/.test(value) ? Number(value) : undefined;
}

function ignored(why: string): IgnoredReport {
  return { kind: "ignored", why };
}
