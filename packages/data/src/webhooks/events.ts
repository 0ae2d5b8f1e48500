import type { EventData, TimelineType, WebhookEvent } from "@sendex/core/webhooks/event";
import type { Mode } from "@sendex/core/accepting/message";
import type { StoredEvent } from "@sendex/core/messages/stored";
import type { Told } from "@sendex/core/webhooks/told";
import type { DeliveryAttempt } from "../generated/client";
import { readMessages } from "../messages/read";
import type { DeliveryKey } from "./record-events";
import { TEST_SUBJECT } from "./record-test";
import type { SentRequest } from "./results";
import { bigint, mode, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";

/** An event that an endpoint got, or is still to get. */
export interface ToldEvent {
  eventId: string;
  type: WebhookEvent;
  /** Made up, for trying the endpoint. */
  test: boolean;
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
  /** Null: it was not kept yet. */
  request: SentRequest | null;
}

/** What became of a delivery, in the words of its readers. */
export const TOLD_STATES = ["pending", "attempting", "success", "failed"] as const;
export type ToldState = (typeof TOLD_STATES)[number];

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
  { limit, after, before, state }: Window<string> & { state?: ToldState },
): Promise<{ data: ToldEvent[]; hasMore: boolean }> {
  const of = STATEMENTS[state ?? "any"];
  const { rows } = await plain(data).query<ToldRow>(
    before === undefined
      ? of.older({ accountId, webhookId, mode, after: after ?? null, limit: limit + 1 })
      : of.newer({ accountId, webhookId, mode, before, limit: limit + 1 }),
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
  const test = subjectType === TEST_SUBJECT;
  return { delivery: { eventId, type, test, at, status, attempts, dueAt }, told };
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
  const page = rows.slice(0, limit).map((row) => {
    const { attempt, at, ms, response, error, status: httpStatus } = row;
    return { attempt, at, ms, response, error, httpStatus, request: requestOf(row) };
  });
  return { data: before === undefined ? page : page.reverse(), hasMore: rows.length > limit };
}

function requestOf({ url, signedAt, signature, bodySignature }: DeliveryAttempt): SentRequest | null {
  if (url === null || signedAt === null || signature === null || bodySignature === null) return null;
  return { url, signedAt, signature, bodySignature };
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

/**
 * Has what an endpoint did not take since an event id tried again, the oldest first, at most `limit`; how many. What it
 * missed while it was disabled is among it.
 */
export async function replayFailed(
  data: Data,
  { accountId, webhookId, since }: Omit<DeliveryKey, "eventId"> & { since: string },
  now: Date,
  limit: number,
): Promise<number> {
  const { rowCount } = await plain(data).query(REPLAY_FAILED({ accountId, webhookId, since, now, limit }));
  return rowCount ?? 0;
}

interface ToldRow {
  event_id: string;
  type: WebhookEvent;
  test: boolean;
  at: Date;
  status: ToldEvent["status"];
  attempts: number;
  due_at: Date | null;
}

function readTold({ event_id, due_at, ...rest }: ToldRow): ToldEvent {
  return { ...rest, eventId: event_id, dueAt: due_at };
}

// Event by event: a join of another kind would read all that the endpoint was ever told.
const page = (
  p: Record<"accountId" | "webhookId" | "mode" | "limit", string>,
  beyond: string,
  order: "ASC" | "DESC",
) => `
SELECT d.event_id, e.type, e.test, e.at, d.status, d.attempts, d.due_at
FROM deliveries d CROSS JOIN LATERAL (
  SELECT e.webhook AS type, e.at, e.subject_type = '${TEST_SUBJECT}' AS test FROM events e
  WHERE e.account_id = d.account_id AND e.id = d.event_id AND NOT (e.subject_type = 'message' AND EXISTS (
    SELECT FROM messages m WHERE m.account_id = e.account_id AND m.id = e.subject_id AND m.mode <> ${p.mode}
  )) OFFSET 0
) e
WHERE d.account_id = ${p.accountId} AND d.webhook_id = ${p.webhookId} AND ${beyond}
ORDER BY d.event_id ${order} LIMIT ${p.limit}`;

/** Failures have an index of their own, whose words these are. */
const FAILED = "d.status = ANY (ARRAY['failed'::delivery_status, 'dropped'::delivery_status])";
const IN_STATE = {
  any: "true",
  pending: "d.status = 'pending' AND d.attempts = 0 AND d.due_at IS NOT NULL",
  attempting: "d.status = 'pending' AND d.attempts > 0 AND d.due_at IS NOT NULL",
  success: "d.status = 'succeeded'",
  failed: FAILED,
} as const satisfies Record<ToldState | "any", string>;

const statementsOf = (state: keyof typeof IN_STATE) => ({
  older: unpreparedStatement(
    { accountId: text, webhookId: text, mode, after: text.orNull, limit: bigint },
    (p) => page(p, `(${p.after}::text IS NULL OR d.event_id < ${p.after}) AND ${IN_STATE[state]}`, "DESC"),
  ),
  newer: unpreparedStatement({ accountId: text, webhookId: text, mode, before: text, limit: bigint }, (p) =>
    page(p, `d.event_id > ${p.before} AND ${IN_STATE[state]}`, "ASC"),
  ),
});
const STATEMENTS = {
  any: statementsOf("any"),
  pending: statementsOf("pending"),
  attempting: statementsOf("attempting"),
  success: statementsOf("success"),
  failed: statementsOf("failed"),
};

const REPLAY_FAILED = unpreparedStatement(
  { accountId: text, webhookId: text, since: text, now: timestamptz, limit: bigint },
  (p) => `
WITH d AS (
  SELECT account_id, event_id, webhook_id FROM deliveries d
  WHERE d.account_id = ${p.accountId} AND d.webhook_id = ${p.webhookId} AND d.event_id >= ${p.since} AND ${FAILED}
  ORDER BY d.event_id, d.webhook_id LIMIT ${p.limit} FOR UPDATE
)
UPDATE deliveries t SET status = 'pending', ladder_start = t.attempts, due_at = ${p.now}, admitted_until = NULL
FROM d WHERE (t.account_id, t.event_id, t.webhook_id) = (d.account_id, d.event_id, d.webhook_id)`,
);

const REPLAY = unpreparedStatement(
  { accountId: text, eventId: text, webhookId: text, now: timestamptz },
  (p) => `
UPDATE deliveries SET status = 'pending', ladder_start = CASE WHEN status = 'pending' THEN ladder_start ELSE attempts END,
  due_at = ${p.now}, admitted_until = NULL
WHERE account_id = ${p.accountId} AND event_id = ${p.eventId} AND webhook_id = ${p.webhookId}`,
);
