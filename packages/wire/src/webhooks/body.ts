import { defined } from "@sendex/kit/defined";
import { type EventName, nameFor } from "@sendex/core/webhooks/alias";
import { type WebhookEvent, webhookFor } from "@sendex/core/webhooks/event";
import type { Dialect, Mode, Tag } from "@sendex/core/accepting/message";
import { RECIPIENT_STATUSES } from "@sendex/core/reports/status";
import { bounceOf, eventWord } from "../messages/present";
import type { StoredEvent, StoredMessage, StoredRecipient } from "@sendex/core/messages/stored";
import type { Told } from "@sendex/core/webhooks/told";
import { statusOn } from "../messages/words";

/** The body of a webhook about a message. Source: docs/contract.md "Webhooks"; the events' names are the same on both surfaces. */
export interface WebhookBody {
  /** As its endpoint asked for it. */
  event: EventName;
  /** The same, as Resend's users read it. */
  type: EventName;
  /** When it happened, ISO 8601 with ms. */
  created_at: string;
  /** Of the endpoint, and so of the message where it is about one. */
  mode: Mode;
  data: WebhookData;
}

/** The body of a webhook about something else, whose event carries its data. */
export interface AccountEventBody extends Omit<WebhookBody, "data"> {
  data: object;
}

function accountEventBody(
  { webhook, at, data }: { webhook: WebhookEvent; at: Date; data: object },
  mode: Mode,
): AccountEventBody {
  return { event: webhook, type: webhook, created_at: at.toISOString(), mode, data };
}

export interface WebhookData {
  /** `id`, `message_id` and `email_id` are equal. */
  id: string;
  message_id: string;
  email_id: string;
  /** Whom it is about; of an entry about the whole message, the first recipient. */
  recipient: string | null;
  from: string;
  to: string[];
  subject: string | null;
  /** The status that the entry brought, in the words of the surface the message was accepted on. */
  status: string;
  tags: Tag[];
  metadata: Record<string, unknown>;
  /** When the message was accepted. */
  created_at: string;
  attempt?: number;
  reason?: string;
  bounce?: { type: string; subType: string; message: string };
  complaint?: { type: string | null };
  click?: { link: string; timestamp: string; ipAddress?: string; userAgent?: string };
  /** Of an open or a click that was no person's: a scanner's, or a proxy's that fetches in advance. */
  machine?: true;
}

/** The body of its webhook to an endpoint with these choices (none: all) and mode, or undefined for an entry that causes none. */
export function bodyOf(
  told: Told,
  { chosen, mode }: { chosen: readonly string[]; mode: Mode },
): WebhookBody | AccountEventBody | undefined {
  return told.kind === "account"
    ? accountEventBody(told, mode)
    : webhookBody(told.event, told.message, chosen);
}

/** The webhook for a timeline entry, or undefined for an entry that causes none. */
export function webhookBody(
  event: StoredEvent,
  message: StoredMessage,
  chosen: readonly string[] = [],
): WebhookBody | undefined {
  const webhook = webhookFor(event.type, message.dialect, event.data);
  if (webhook === undefined) return undefined;
  const name = nameFor(webhook, chosen);
  const { mode } = message;
  return { event: name, type: name, created_at: event.at.toISOString(), mode, data: dataOf(event, message) };
}

function dataOf(event: StoredEvent, message: StoredMessage): WebhookData {
  const { dialect } = message;
  const recipient = message.recipients.find(({ n }) => n === (event.n ?? 0));
  const { attempt, reason, complaint, click, machine } = event.data;
  const at = event.at.toISOString();
  return {
    id: message.id,
    message_id: message.id,
    email_id: message.id,
    recipient: recipient?.address ?? null,
    from: message.from,
    to: message.to,
    subject: message.subject,
    status: statusWord(event, dialect, recipient),
    tags: message.tags,
    metadata: message.metadata,
    created_at: message.createdAt.toISOString(),
    ...defined({ attempt, reason, complaint, machine, bounce: bounceOf(dialect, event.type, event.data) }),
    ...(click === undefined ? {} : { click: { ...click, timestamp: at } }),
  };
}

/** An open or a click brings no status of its own: then it is the recipient's. */
function statusWord(event: StoredEvent, dialect: Dialect, recipient: StoredRecipient | undefined): string {
  const bringsStatus = RECIPIENT_STATUSES.some((status) => status === event.type);
  return bringsStatus || recipient === undefined
    ? eventWord(dialect, dialect, event.type, event.data)
    : statusOn(dialect, { ...recipient, dialect });
}
