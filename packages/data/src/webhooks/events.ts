import type { EventData, TimelineType, WebhookEvent } from "@sendex/core/webhooks/event";
import type { Mode } from "@sendex/core/accepting/message";
import type { StoredEvent } from "@sendex/core/messages/stored";
import type { Told } from "@sendex/core/webhooks/told";
import { readMessages } from "../messages/read";
import type { DeliveryKey } from "./record-events";
import { bigint, mode, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";

/** An event that an endpoint got, or is still to get. */
export interface ToldEvent {
  eventId: string;
  type: WebhookEvent;
  /** When it happened. */
  at: Date;
  status: "pending" | "succeeded" | "failed" | "dropped";
  attempts: number;
  /** Of the next try. */
  dueAt: Date | null;
}

/** One try of a delivery. */
export interface DeliveryTry {
  /** Ordinal, from 1. */
  attempt: number;
  at: Date;
  /** Null where no response came. */
  httpStatus: number | null;
  ms: number;
  response: string | null;
  error: string | null;
}

/** `after` and `before` are ids of events, or ordinals of tries. */
export interface Window<Cursor> {
  limit: number;
  after?: Cursor;
  before?: Cursor;
}

/** The events of one endpoint, newest first; without those of mail of another mode, which it was told before it had one. */
export async function listToldEvents(
  data: Data,
  { accountId, webhookId, mode }: Omit<DeliveryKey, "eventId"> & { mode: Mode },
  { limit, after, before }: Window<string>,
): Promise<{ data: ToldEvent[]; hasMore: boolean }> {
  const { rows } = await plain(data).query<ToldRow>(
    before === undefined
      ? OLDER({ accountId, webhookId, mode, after: after ?? null, limit: limit + 1 })
      : NEWER({ accountId, webhookId, mode, before, limit: limit + 1 }),
  );
  const page = rows.slice(0, limit).map(readTold);
  return { data: before === undefined ? page : page.reverse(), hasMore: rows.length > limit };
}

/** One of them, with what its webhook's body is made from, which is undefined once that is gone. */
export async function findToldEvent(
  data: Data,
  { accountId, webhookId, eventId, mode }: DeliveryKey & { mode: Mode },
): Promise<{ delivery: ToldEvent; told: Told | undefined } | undefined> {
  const [delivery, event] = await Promise.all([
    prisma(data).delivery.findUnique({
      where: { accountId_eventId_webhookId: { accountId, eventId, webhookId } },
    }),
    prisma(data).event.findUnique({ where: { accountId_id: { accountId, id: eventId } } }),
  ]);
  if (!delivery || !event?.webhook) return undefined;
  const { status, attempts, dueAt } = delivery;
  const { at, n, subjectId, subjectType } = event;
  // The parse boundary to columns that only this package writes.
  const type = event.webhook as WebhookEvent;
  const entry = { id: eventId, at, n, type: event.type as TimelineType, data: event.data as EventData };
  const told =
    subjectType === "message"
      ? await toldOf(data, accountId, subjectId, entry)
      : ({ kind: "account", webhook: type, at, data: Object(event.data) as object } as const);
  if (told?.kind === "entry" && told.message.mode !== mode) return undefined;
  return { delivery: { eventId, type, at, status, attempts, dueAt }, told };
}

async function toldOf(
  data: Data,
  accountId: string,
  messageId: string,
  event: StoredEvent,
): Promise<Told | undefined> {
  const [message] = await readMessages(data, accountId, [messageId]);
  return message && { kind: "entry", event, message };
}

/** The tries of one delivery, newest first. */
export async function listTries(
  data: Data,
  { accountId, webhookId, eventId }: DeliveryKey,
  { limit, after, before }: Window<number>,
): Promise<{ data: DeliveryTry[]; hasMore: boolean }> {
  const rows = await prisma(data).deliveryAttempt.findMany({
    where: {
      ...{ accountId, eventId, webhookId },
      attempt: {
        ...(after === undefined ? {} : { lt: after }),
        ...(before === undefined ? {} : { gt: before }),
      },
    },
    orderBy: { attempt: before === undefined ? "desc" : "asc" },
    take: limit + 1,
  });
  const page = rows.slice(0, limit).map(({ attempt, at, status, ms, response, error }) => ({
    ...{ attempt, at, ms, response, error },
    httpStatus: status,
  }));
  return { data: before === undefined ? page : page.reverse(), hasMore: rows.length > limit };
}

/**
 * Has a delivery tried again now: one that is over gets a fresh ladder, one that waits goes on with its own. False
 * where there is none. The scheduler hands it to a worker.
 */
export async function replayDelivery(
  data: Data,
  { accountId, eventId, webhookId }: DeliveryKey,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await plain(data).query(REPLAY({ accountId, eventId, webhookId, now }));
  return rowCount === 1;
}

interface ToldRow {
  event_id: string;
  type: WebhookEvent;
  at: Date;
  status: ToldEvent["status"];
  attempts: number;
  due_at: Date | null;
}

function readTold({ event_id, type, at, status, attempts, due_at }: ToldRow): ToldEvent {
  return { eventId: event_id, type, at, status, attempts, dueAt: due_at };
}

// Event by event: a join of another kind would read all that the endpoint was ever told.
const page = (
  p: Record<"accountId" | "webhookId" | "mode" | "limit", string>,
  beyond: string,
  order: "ASC" | "DESC",
) => `
SELECT d.event_id, e.type, e.at, d.status, d.attempts, d.due_at
FROM deliveries d CROSS JOIN LATERAL (
  SELECT e.webhook AS type, e.at FROM events e
  WHERE e.account_id = d.account_id AND e.id = d.event_id AND NOT (e.subject_type = 'message' AND EXISTS (
    SELECT FROM messages m WHERE m.account_id = e.account_id AND m.id = e.subject_id AND m.mode <> ${p.mode}
  )) OFFSET 0
) e
WHERE d.account_id = ${p.accountId} AND d.webhook_id = ${p.webhookId} AND ${beyond}
ORDER BY d.event_id ${order} LIMIT ${p.limit}`;

const OLDER = unpreparedStatement(
  { accountId: text, webhookId: text, mode, after: text.orNull, limit: bigint },
  (p) => page(p, `(${p.after}::text IS NULL OR d.event_id < ${p.after})`, "DESC"),
);
const NEWER = unpreparedStatement(
  { accountId: text, webhookId: text, mode, before: text, limit: bigint },
  (p) => page(p, `d.event_id > ${p.before}`, "ASC"),
);

const REPLAY = unpreparedStatement(
  { accountId: text, eventId: text, webhookId: text, now: timestamptz },
  (p) => `
UPDATE deliveries SET status = 'pending', ladder_start = CASE WHEN status = 'pending' THEN ladder_start ELSE attempts END,
  due_at = ${p.now}, admitted_until = NULL
WHERE account_id = ${p.accountId} AND event_id = ${p.eventId} AND webhook_id = ${p.webhookId}`,
);
