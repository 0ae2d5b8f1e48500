import type { EventData, TimelineType } from "../webhooks/event";
import type { Dialect, Mode, Priority, RecipientKind, Source, Tag } from "../accepting/message";
import type { RecipientStatus } from "../reports/status";

/** A message as it is read back for a presenter: the row, its recipients, and its timeline where it was asked for. */
export interface StoredMessage {
  /** `msg_…`, the one id on both surfaces. */
  id: string;
  accountId: string;
  mode: Mode;
  source: Source;
  /** The surface it was accepted on; it may be read on either. */
  dialect: Dialect;
  priority: Priority;
  /** The topic that it is of; null or absent: none, or not read. */
  topicId?: string | null;
  /** Mailboxes as they are shown: `a@b.example` or `Name <a@b.example>`. */
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  /** Null once the content is erased. */
  subject: string | null;
  /** Null or absent: none, erased, or not read. */
  text?: string | null;
  html?: string | null;
  tags: Tag[];
  metadata: Record<string, unknown>;
  createdAt: Date;
  scheduledAt: Date | null;
  /** In the order of `n`. */
  recipients: StoredRecipient[];
  /** Oldest first; empty where the timeline was not read. */
  events: StoredEvent[];
}

/** One envelope recipient. */
export interface StoredRecipient {
  /** Ordinal within the message, from 0. */
  n: number;
  /** Bare address. */
  address: string;
  kind: RecipientKind;
  status: RecipientStatus;
  /** Failed tries that used up a step of the ladder. */
  ladderStep: number;
  reason: string | null;
  sesMessageId: string | null;
  /** Attempts begun; 0 until it is first claimed. */
  attempt: number;
  sentAt: Date | null;
  deliveredAt: Date | null;
}

/** One timeline entry. */
export interface StoredEvent {
  /** `evt_…`; also the `webhook-id` of the webhook it causes. */
  id: string;
  type: TimelineType;
  at: Date;
  /** The recipient it is about; null for an entry about the whole message. */
  n: number | null;
  data: EventData;
}
