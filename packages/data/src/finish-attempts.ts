import type { Data } from "./open";
import { type DeliveryKey, type Fact, FRESH_DELIVERY_MS, type NewEvent } from "./record-events";

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
 * Commits a group of results with one statement: recipients by compare-and-set, attempts, timeline, webhook deliveries
 * and counts.
 */
export async function finishAttempts(
  { pool }: Data,
  results: AttemptResult[],
  now: Date,
): Promise<FinishedAttempt[]> {
  const { rows } = await pool.query<FinishRow>({
    name: "finish-attempts",
    text: FINISH,
    values: [...resultColumns(results), ...eventColumns(results), ...factColumns(results), ...times(now)],
  });
  const finished = results.map((): FinishedAttempt => ({ counted: false, deliveries: [] }));
  for (const row of rows) {
    const one = finished[row.i];
    if (!one) continue;
    if (row.event_id === null || row.webhook_id === null) one.counted = true;
    else one.deliveries.push({ accountId: row.account_id, eventId: row.event_id, webhookId: row.webhook_id });
  }
  return finished;
}

/** One row for each result that counted, and one for each webhook delivery to an endpoint that answers. */
interface FinishRow {
  i: number;
  account_id: string;
  event_id: string | null;
  webhook_id: string | null;
}

function resultColumns(results: AttemptResult[]): unknown[] {
  return [
    results.map((_, i) => i),
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
    results.map(({ outcome }) => outcome.kind),
    results.map(({ outcome }) => outcome.code),
    results.map(({ outcome }) => outcome.detail),
    results.map(({ outcome }) => outcome.sesMessageId),
  ];
}

/** `always`: whether an entry stands whatever became of the recipient meanwhile. */
function eventColumns(results: AttemptResult[]): unknown[] {
  const rows = results.flatMap(({ attemptEvent, events }, i) => [
    { i, event: attemptEvent, always: true },
    ...events.map((event) => ({ i, event, always: false })),
  ]);
  return [
    rows.map(({ i }) => i),
    rows.map(({ always }) => always),
    rows.map(({ event }) => event.id),
    rows.map(({ event }) => event.type),
    rows.map(({ event }) => event.webhook),
    rows.map(({ event }) => event.at),
    rows.map(({ event }) => JSON.stringify(event.data)),
  ];
}

function factColumns(results: AttemptResult[]): unknown[] {
  const rows = results.flatMap(({ facts }, i) => facts.map((fact) => ({ i, fact })));
  return [
    rows.map(({ i }) => i),
    rows.map(({ fact }) => fact.hour),
    rows.map(({ fact }) => fact.mode),
    rows.map(({ fact }) => fact.event),
    rows.map(({ fact }) => fact.domain),
    rows.map(({ fact }) => fact.template),
  ];
}

function times(now: Date): Date[] {
  return [now, new Date(now.getTime() + FRESH_DELIVERY_MS)];
}

// Rows are locked in one order for everybody, as by those who take events in: two groups never wait for each other.
const FINISH = `
WITH x AS (
  SELECT * FROM unnest($1::int[], $2::text[], $3::text[], $4::smallint[], $5::smallint[], $6::text[], $7::smallint[], $8::text[], $9::smallint[],
    $10::timestamptz[], $11::timestamptz[], $12::boolean[], $13::timestamptz[], $14::text[], $15::text[], $16::text[], $17::text[])
    AS x(i, account_id, message_id, n, attempt, status, rank, reason, ladder_step, due_at, lease_until, unknown, sent_at,
      outcome, code, detail, ses_message_id)
), locked AS (
  SELECT x.i, r.account_id, r.message_id, r.n FROM x
  JOIN recipients r ON (r.account_id, r.message_id, r.n, r.attempt) = (x.account_id, x.message_id, x.n, x.attempt) AND r.status = 'sending'
  ORDER BY r.account_id, r.message_id, r.n
  FOR UPDATE OF r
), moved AS (
  UPDATE recipients r SET status = x.status, rank = x.rank, reason = x.reason, ladder_step = x.ladder_step, due_at = x.due_at,
    lease_until = x.lease_until, unknown = x.unknown, sent_at = COALESCE(x.sent_at, r.sent_at),
    ses_message_id = COALESCE(x.ses_message_id, r.ses_message_id)
  FROM locked l JOIN x ON x.i = l.i WHERE (r.account_id, r.message_id, r.n) = (l.account_id, l.message_id, l.n)
  RETURNING x.i, r.account_id
), closed AS (
  UPDATE attempts a SET finished_at = $31, outcome = x.outcome, code = x.code, detail = x.detail, ses_message_id = x.ses_message_id
  FROM x WHERE (a.account_id, a.message_id, a.n, a.attempt) = (x.account_id, x.message_id, x.n, x.attempt)
), e AS (
  SELECT x.i, x.account_id, y.id, x.message_id, x.n, y.type, y.webhook, y.at, y.data
  FROM unnest($18::int[], $19::boolean[], $20::text[], $21::text[], $22::text[], $23::timestamptz[], $24::text[])
    AS y(i, always, id, type, webhook, at, data)
  JOIN x ON x.i = y.i LEFT JOIN moved ON moved.i = y.i
  WHERE y.always OR moved.i IS NOT NULL
), put_events AS (
  INSERT INTO events (account_id, id, subject_type, subject_id, n, type, webhook, at, data)
  SELECT account_id, id, 'message', message_id, n, type, webhook, at, data::jsonb FROM e
), put_deliveries AS (
  INSERT INTO deliveries (account_id, event_id, webhook_id, due_at, admitted_until)
  SELECT e.account_id, e.id, w.id, $31::timestamptz, CASE WHEN w.failing_since IS NULL THEN $32::timestamptz END
  FROM e JOIN webhooks w ON w.account_id = e.account_id AND w.status = 'enabled' AND (cardinality(w.events) = 0 OR e.webhook = ANY (w.events))
  WHERE e.webhook IS NOT NULL
  RETURNING account_id, event_id, webhook_id, admitted_until
), counted AS (
  INSERT INTO statistic_deltas (account_id, hour, mode, event, domain, tag, template, tier, count)
  SELECT moved.account_id, date_trunc('hour', f.hour), f.mode, f.event, f.domain, '', f.template, a.tier, count(*)
  FROM unnest($25::int[], $26::timestamptz[], $27::mode[], $28::text[], $29::text[], $30::text[]) AS f(i, hour, mode, event, domain, template)
  JOIN moved ON moved.i = f.i JOIN accounts a ON a.id = moved.account_id
  GROUP BY 1, 2, 3, 4, 5, 7, 8
)
SELECT i, account_id, NULL AS event_id, NULL AS webhook_id FROM moved
UNION ALL
SELECT e.i, d.account_id, d.event_id, d.webhook_id FROM put_deliveries d JOIN e ON e.account_id = d.account_id AND e.id = d.event_id
WHERE d.admitted_until IS NOT NULL`;
