import type { PoolClient } from "pg";
import { type Data, transaction } from "../database/open";
import { type DeliveryKey, type Fact, FRESH_DELIVERY_MS, type NewEvent } from "../webhooks/record-events";

/** What an attempt came to, and what becomes of its recipient. */
export interface AttemptResult {
  accountId: string;
  messageId: string;
  n: number;
  /** The fence: the result counts only while this is still the recipient's last attempt, and still sending. */
  attempt: number;
  next: {
    status: string;
    rank: number;
    reason: string | null;
    ladderStep: number;
    dueAt: Date | null;
    leaseUntil: Date | null;
    unknown: boolean;
    sentAt: Date | null;
  };
  outcome: { kind: string; code: string | null; detail: string | null; sesMessageId: string | null };
  /** The entry about the attempt itself: always true, and so always written. */
  attemptEvent: NewEvent;
  /** Written only where the result counted. */
  events: NewEvent[];
  facts: Fact[];
}

/** `counted`: false where an SES event or the sweep had moved the recipient on before. */
export interface FinishedAttempt {
  counted: boolean;
  deliveries: DeliveryKey[];
}

/**
 * Commits a group of results: recipients by compare-and-set, then, with one statement, attempts, timeline, webhook
 * deliveries and counts. Who takes SES's events in may want the same recipients at the same moment, so a group locks
 * its own first, in the one order that everybody keeps to: an update goes by whatever plan it has.
 */
export async function finishAttempts(
  data: Data,
  results: AttemptResult[],
  now: Date,
): Promise<FinishedAttempt[]> {
  return transaction(data, async (client) => {
    if (results.length > 1) await lockRecipients(client, results);
    const counted = await moveRecipients(client, results);
    const deliveries = await record(client, results, counted, now);
    return results.map((_, i) => ({ counted: counted.has(i), deliveries: deliveries.get(i) ?? [] }));
  });
}

async function lockRecipients(client: PoolClient, results: AttemptResult[]): Promise<void> {
  await client.query({
    name: "finish-lock",
    text: LOCK_RECIPIENTS,
    values: [
      results.map(({ accountId }) => accountId),
      results.map(({ messageId }) => messageId),
      results.map(({ n }) => n),
    ],
  });
}

async function moveRecipients(client: PoolClient, results: AttemptResult[]): Promise<Set<number>> {
  const { rows } = await client.query<{ i: number }>({
    name: "finish-recipients",
    text: MOVE_RECIPIENTS,
    values: [
      results.map(({ accountId }) => accountId),
      results.map(({ messageId }) => messageId),
      results.map(({ n }) => n),
      results.map(({ attempt }) => attempt),
      results.map(({ next }) => next.status),
      results.map(({ next }) => next.rank),
      results.map(({ next }) => next.reason),
      results.map(({ next }) => next.ladderStep),
      results.map(({ next }) => next.dueAt),
      results.map(({ next }) => next.leaseUntil),
      results.map(({ next }) => next.unknown),
      results.map(({ next }) => next.sentAt),
      results.map(({ outcome }) => outcome.sesMessageId),
    ],
  });
  return new Set(rows.map(({ i }) => i - 1));
}

/** → the webhook deliveries by the place of their result. */
async function record(
  client: PoolClient,
  results: AttemptResult[],
  counted: Set<number>,
  now: Date,
): Promise<Map<number, DeliveryKey[]>> {
  const { rows } = await client.query<DeliveryRow>({
    name: "finish-attempts",
    text: RECORD,
    values: [
      ...resultColumns(results),
      ...eventColumns(results, counted),
      ...factColumns(results, counted),
      now,
      new Date(now.getTime() + FRESH_DELIVERY_MS),
    ],
  });
  const deliveries = new Map<number, DeliveryKey[]>();
  for (const { i, account_id, event_id, webhook_id } of rows) {
    const key = { accountId: account_id, eventId: event_id, webhookId: webhook_id };
    deliveries.set(i, [...(deliveries.get(i) ?? []), key]);
  }
  return deliveries;
}

interface DeliveryRow {
  i: number;
  account_id: string;
  event_id: string;
  webhook_id: string;
}

function resultColumns(results: AttemptResult[]): unknown[] {
  return [
    results.map((_, i) => i),
    results.map(({ accountId }) => accountId),
    results.map(({ messageId }) => messageId),
    results.map(({ n }) => n),
    results.map(({ attempt }) => attempt),
    results.map(({ outcome }) => outcome.kind),
    results.map(({ outcome }) => outcome.code),
    results.map(({ outcome }) => outcome.detail),
    results.map(({ outcome }) => outcome.sesMessageId),
  ];
}

/** The attempt's own entry stands whatever became of the recipient meanwhile, the others where the result counted. */
function eventColumns(results: AttemptResult[], counted: Set<number>): unknown[] {
  const rows = results.flatMap(({ attemptEvent, events }, i) =>
    [attemptEvent, ...(counted.has(i) ? events : [])].map((event) => ({ i, event })),
  );
  return [
    rows.map(({ i }) => i),
    rows.map(({ event }) => event.id),
    rows.map(({ event }) => event.type),
    rows.map(({ event }) => event.webhook),
    rows.map(({ event }) => event.at),
    rows.map(({ event }) => JSON.stringify(event.data)),
  ];
}

function factColumns(results: AttemptResult[], counted: Set<number>): unknown[] {
  const rows = results.flatMap(({ facts }, i) => (counted.has(i) ? facts : []).map((fact) => ({ i, fact })));
  return [
    rows.map(({ i }) => i),
    rows.map(({ fact }) => fact.hour),
    rows.map(({ fact }) => fact.mode),
    rows.map(({ fact }) => fact.event),
    rows.map(({ fact }) => fact.domain),
    rows.map(({ fact }) => fact.template),
    rows.map(({ fact }) => fact.keyId),
  ];
}

const LOCK_RECIPIENTS = `
SELECT FROM recipients r JOIN unnest($1::text[], $2::text[], $3::smallint[]) AS x(account_id, message_id, n) USING (account_id, message_id, n)
WHERE (r.status = 'sending') IS TRUE ORDER BY r.account_id, r.message_id, r.n FOR UPDATE OF r`;

const MOVE_RECIPIENTS = `
UPDATE recipients r SET status = x.status, rank = x.rank, reason = x.reason, ladder_step = x.ladder_step, due_at = x.due_at,
  lease_until = x.lease_until, unknown = x.unknown, sent_at = COALESCE(x.sent_at, r.sent_at),
  ses_message_id = COALESCE(x.ses_message_id, r.ses_message_id)
FROM unnest($1::text[], $2::text[], $3::smallint[], $4::smallint[], $5::text[], $6::smallint[], $7::text[], $8::smallint[],
  $9::timestamptz[], $10::timestamptz[], $11::boolean[], $12::timestamptz[], $13::text[])
  WITH ORDINALITY AS x(account_id, message_id, n, attempt, status, rank, reason, ladder_step, due_at, lease_until, unknown, sent_at, ses_message_id, i)
WHERE (r.account_id, r.message_id, r.n, r.attempt) = (x.account_id, x.message_id, x.n, x.attempt) AND (r.status = 'sending') IS TRUE
RETURNING x.i::int AS i`;

const RECORD = `
WITH x AS (
  SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::smallint[], $5::smallint[], $6::text[], $7::text[], $8::text[], $9::text[])
    AS x(i, account_id, message_id, n, attempt, outcome, code, detail, ses_message_id)
), closed AS (
  UPDATE attempts a SET finished_at = $23, outcome = x.outcome, code = x.code, detail = x.detail, ses_message_id = x.ses_message_id
  FROM x WHERE (a.account_id, a.message_id, a.n, a.attempt) = (x.account_id, x.message_id, x.n, x.attempt)
), e AS (
  SELECT x.i, x.account_id, y.id, x.message_id, x.n, y.type, y.webhook, y.at, y.data
  FROM unnest($10::int[], $11::text[], $12::text[], $13::text[], $14::timestamptz[], $15::text[]) AS y(i, id, type, webhook, at, data)
  JOIN x ON x.i = y.i
), put_events AS (
  INSERT INTO events (account_id, id, subject_type, subject_id, n, type, webhook, at, data)
  SELECT account_id, id, 'message', message_id, n, type, webhook, at, data::jsonb FROM e
), put_deliveries AS (
  INSERT INTO deliveries (account_id, event_id, webhook_id, due_at, admitted_until)
  SELECT e.account_id, e.id, w.id, $23::timestamptz, CASE WHEN w.failing_since IS NULL THEN $24::timestamptz END
  FROM e JOIN webhooks w ON w.account_id = e.account_id AND w.status = 'enabled' AND (cardinality(w.events) = 0 OR e.webhook = ANY (w.events))
  WHERE e.webhook IS NOT NULL
  RETURNING account_id, event_id, webhook_id, admitted_until
), counted AS (
  INSERT INTO statistic_deltas (account_id, hour, mode, event, domain, tag, template, tier, key_id, count)
  SELECT x.account_id, date_trunc('hour', f.hour), f.mode, f.event, f.domain, '', f.template, a.tier, f.key_id, count(*)
  FROM unnest($16::int[], $17::timestamptz[], $18::mode[], $19::text[], $20::text[], $21::text[], $22::text[]) AS f(i, hour, mode, event, domain, template, key_id)
  JOIN x ON x.i = f.i JOIN accounts a ON a.id = x.account_id
  GROUP BY 1, 2, 3, 4, 5, 7, 8, 9
)
SELECT e.i, d.account_id, d.event_id, d.webhook_id FROM put_deliveries d JOIN e ON e.account_id = d.account_id AND e.id = d.event_id
WHERE d.admitted_until IS NOT NULL`;
