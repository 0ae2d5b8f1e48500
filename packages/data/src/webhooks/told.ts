import type { EventData, TimelineType, WebhookEvent } from "@sendex/core/webhooks/event";
import type { Dialect, Mode, Priority, Source, Tag } from "@sendex/core/accepting/message";
import type { StoredEvent, StoredMessage, StoredRecipient } from "@sendex/core/messages/stored";
import type { Told } from "@sendex/core/webhooks/told";

/** What webhooks and the event stream tell of an event: its columns in a statement, and how they are read. */

export interface ToldRow {
  event_id: string;
  type: TimelineType;
  at: Date;
  n: number | null;
  data: EventData;
  subject_type: string;
  subject_id: string;
  webhook: WebhookEvent | null;
  message_id: string | null;
  mode: Mode;
  source: Source;
  dialect: Dialect;
  priority: Priority;
  from_header: string;
  addresses: Pick<StoredMessage, "to" | "cc" | "bcc" | "replyTo">;
  subject: string | null;
  tags: Tag[];
  metadata: Record<string, unknown>;
  created_at: Date;
  scheduled_at: Date | null;
  /** Without its times, which a webhook does not show. */
  recipient: Omit<StoredRecipient, "sentAt" | "deliveredAt"> | null;
}

/** Undefined where what it is about is gone, or where it is for the timeline alone. */
export function readTold(row: ToldRow, accountId: string): Told | undefined {
  const { webhook, at, data } = row;
  if (row.subject_type !== "message") return webhook ? { kind: "account", webhook, at, data } : undefined;
  if (row.message_id === null) return undefined;
  const event: StoredEvent = { id: row.event_id, type: row.type, at, n: row.n, data };
  return { kind: "entry", event, message: readMessage(row, accountId, row.message_id, event) };
}

function readMessage(row: ToldRow, accountId: string, id: string, event: StoredEvent): StoredMessage {
  return {
    id,
    accountId,
    mode: row.mode,
    source: row.source,
    dialect: row.dialect,
    priority: row.priority,
    from: row.from_header,
    ...row.addresses,
    subject: row.subject,
    tags: row.tags,
    metadata: row.metadata,
    createdAt: row.created_at,
    scheduledAt: row.scheduled_at,
    recipients: row.recipient ? [{ ...row.recipient, sentAt: null, deliveredAt: null }] : [],
    events: [event],
  };
}

/** Of `events e`, for the step before. Each step hands on every key of the next one (docs/adr/0013). */
export const TOLD_EVENT =
  "e.type, e.at, e.n, e.data, e.subject_type, e.subject_id, e.webhook, COALESCE(e.n, 0::smallint) AS recipient";

/** The columns of `ToldRow` but for the id, of a step `e` that has `account_id` and `TOLD_EVENT`, … */
export const TOLD_COLUMNS = `e.type, e.at, e.n, e.data, e.subject_type, e.subject_id, e.webhook,
  m.id AS message_id, m.mode, m.source, m.dialect, m.priority, m.from_header, m.addresses, m.subject, m.tags, m.metadata, m.created_at, m.scheduled_at,
  CASE WHEN r.n IS NOT NULL THEN jsonb_build_object('n', r.n, 'address', r.address, 'kind', r.kind, 'status', r.status,
    'ladderStep', r.ladder_step, 'reason', r.reason, 'sesMessageId', r.ses_message_id, 'attempt', r.attempt) END AS recipient`;

/** … and what they come from beside it. */
export const TOLD_JOINS = `LEFT JOIN messages m ON m.account_id = e.account_id AND m.id = e.subject_id
LEFT JOIN recipients r ON r.account_id = e.account_id AND r.message_id = e.subject_id AND r.n = e.recipient`;
