import type { EventData, TimelineType, WebhookEvent } from "@sendex/core/webhooks/event";
import { rows, smallint, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import { DELIVERY_COLUMNS, deliveryState, isOfMode, wants } from "./wanting";
import type { Transaction } from "../database/transaction";

/** What happened to a message or to one of its recipients. */
export interface NewEvent {
  accountId: string;
  id: string;
  messageId: string;
  /** The recipient's ordinal; null for the whole message. */
  n: number | null;
  type: TimelineType;
  /** Null: an entry of the timeline alone. */
  webhook: WebhookEvent | null;
  at: Date;
  data: EventData;
}

/** What happened to something that is not a message. */
export interface NewAccountEvent {
  accountId: string;
  id: string;
  /** An alert is about live mail: endpoints of test mail are not told. A contact, broadcast or suppression is of the mode that its data says. */
  subjectType: "domain" | "account" | "alert" | "contact" | "topic" | "broadcast" | "suppression";
  subjectId: string;
  type: string;
  webhook: WebhookEvent;
  at: Date;
  /** As the webhook's `data`. */
  data: object;
}

export interface DeliveryKey {
  accountId: string;
  eventId: string;
  webhookId: string;
}

/** The columns of rows that are named so. */
export const DELIVERY_KEY = {
  account_id: text((row: DeliveryKey) => row.accountId),
  event_id: text((row: DeliveryKey) => row.eventId),
  webhook_id: text((row: DeliveryKey) => row.webhookId),
};

/** How long a fresh delivery is left to the process that made it before the scheduler admits it again. */
export const FRESH_DELIVERY_MS = 5_000;

/**
 * Writes timeline entries and, in the same transaction, one delivery for each endpoint of the message's mode that wants
 * the event. Returns the deliveries to endpoints that respond, for enqueueing after the commit.
 */
export async function recordEvents(
  client: Transaction,
  events: NewEvent[],
  now: Date,
): Promise<DeliveryKey[]> {
  const rows = events.map(({ messageId, ...event }): EventRow => ({
    ...event,
    subjectType: "message",
    subjectId: messageId,
  }));
  return insertEvents(client, rows, now);
}

/** The same for one event, of which endpoints of both modes are told, but for an alert's and those of what is of one mode. */
export async function recordAccountEvent(
  client: Transaction,
  event: NewAccountEvent,
  now: Date,
): Promise<DeliveryKey[]> {
  return recordAccountEvents(client, [event], now);
}

export async function recordAccountEvents(
  client: Transaction,
  events: NewAccountEvent[],
  now: Date,
): Promise<DeliveryKey[]> {
  return insertEvents(
    client,
    events.map((event) => ({ ...event, n: null })),
    now,
  );
}

interface EventRow {
  accountId: string;
  id: string;
  subjectType: string;
  subjectId: string;
  n: number | null;
  type: string;
  webhook: WebhookEvent | null;
  at: Date;
  data: object;
}

async function insertEvents(client: Transaction, events: EventRow[], now: Date): Promise<DeliveryKey[]> {
  if (events.length === 0) return [];
  const freshUntil = new Date(now.getTime() + FRESH_DELIVERY_MS);
  const { rows } = await client.query<DeliveryRow>(RECORD_EVENTS({ x: events, now, freshUntil }));
  return rows
    .filter(({ fresh }) => fresh)
    .map((row) => ({ accountId: row.account_id, eventId: row.event_id, webhookId: row.webhook_id }));
}

interface DeliveryRow {
  account_id: string;
  event_id: string;
  webhook_id: string;
  /** False where its endpoint only fails: admission hands those out, a few at a time. */
  fresh: boolean;
}

const RECORD_EVENTS = statement(
  "record-events",
  {
    x: rows<EventRow>({
      account_id: text(({ accountId }) => accountId),
      id: text(({ id }) => id),
      subject_type: text(({ subjectType }) => subjectType),
      subject_id: text(({ subjectId }) => subjectId),
      n: smallint.orNull(({ n }) => n),
      type: text(({ type }) => type),
      webhook: text.orNull(({ webhook }) => webhook),
      at: timestamptz(({ at }) => at),
      data: text(({ data }) => JSON.stringify(data)),
    }),
    now: timestamptz,
    freshUntil: timestamptz,
  },
  ({ x, now, freshUntil }) => `
WITH e AS (
  INSERT INTO events (account_id, id, subject_type, subject_id, n, type, webhook, at, data)
  SELECT account_id, id, subject_type, subject_id, n, type, webhook, at, data::jsonb
  FROM ${x}
  RETURNING account_id, id, subject_type, subject_id, webhook, data
)
INSERT INTO deliveries (${DELIVERY_COLUMNS})
SELECT e.account_id, e.id, w.id, ${deliveryState(now, freshUntil)}
FROM e JOIN webhooks w ON w.account_id = e.account_id AND ${wants("e.webhook", now)}
WHERE e.webhook IS NOT NULL AND (e.subject_type <> 'message' OR ${isOfMode("e.account_id", "e.subject_id")})
  AND (e.subject_type <> 'alert' OR w.mode = 'live') AND (e.subject_type NOT IN ('contact', 'broadcast', 'suppression') OR w.mode::text = e.data ->> 'mode')
RETURNING account_id, event_id, webhook_id, admitted_until IS NOT NULL AS fresh`,
);
