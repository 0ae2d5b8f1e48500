import type { Mode } from "@sendex/core/accepting/message";
import { boolean, int, mode, numberedRows, rows, smallint, text, timestamptz } from "../database/parameters";
import { DELIVERY_COLUMNS, deliveryState, wants } from "../webhooks/wanting";
import { statement } from "../database/statement";
import { type Fact, FACT, givenFact, insertFacts } from "../reports/facts";
import { type DeliveryKey, FRESH_DELIVERY_MS, type NewEvent } from "../webhooks/record-events";
import { RECIPIENT_KEY, type RecipientKey } from "./recipient-key";
import type { Data } from "../database/open";
import { type Transaction, keyedTransaction } from "../database/transaction";

/** What an attempt came to, and what becomes of its recipient. */
export interface AttemptResult extends RecipientKey {
  /** Of the message. */
  mode: Mode;
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
 * deliveries and counts. Ingesting may update the same recipients at the same moment, so a group first locks its own
 * in the order that all statements keep: an update alone would lock in the order of its plan.
 */
export async function finishAttempts(
  data: Data,
  results: AttemptResult[],
  now: Date,
): Promise<FinishedAttempt[]> {
  return keyedTransaction(data, async (client) => {
    if (results.length > 1) await client.query(LOCK_RECIPIENTS({ x: results }));
    const counted = await moveRecipients(client, results);
    const deliveries = await record(client, results, counted, now);
    return results.map((_, i) => ({ counted: counted.has(i), deliveries: deliveries.get(i) ?? [] }));
  });
}

async function moveRecipients(client: Transaction, results: AttemptResult[]): Promise<Set<number>> {
  const { rows } = await client.query<{ i: number }>(MOVE_RECIPIENTS({ x: results }));
  return new Set(rows.map(({ i }) => i - 1));
}

/** → the webhook deliveries by the place of their result. */
async function record(
  client: Transaction,
  results: AttemptResult[],
  counted: Set<number>,
  now: Date,
): Promise<Map<number, DeliveryKey[]>> {
  const { rows } = await client.query<DeliveryRow>(
    RECORD({
      x: results.map((result, i) => ({ ...result, i })),
      entry: results.flatMap((result, i) => entriesOf(result, counted.has(i)).map((event) => ({ i, event }))),
      fact: results.flatMap(({ facts }, i) => (counted.has(i) ? facts.map((fact) => ({ ...fact, i })) : [])),
      now,
      freshUntil: new Date(now.getTime() + FRESH_DELIVERY_MS),
    }),
  );
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

/** The attempt's own entry stands whatever became of the recipient meanwhile, the others where the result counted. */
function entriesOf({ attemptEvent, events }: AttemptResult, counted: boolean): NewEvent[] {
  return counted ? [attemptEvent, ...events] : [attemptEvent];
}

const LOCK_RECIPIENTS = statement(
  "finish-lock",
  { x: rows<AttemptResult>(RECIPIENT_KEY) },
  ({ x }) => `
SELECT FROM recipients r JOIN ${x} USING (account_id, message_id, n)
WHERE (r.status = 'sending') IS TRUE ORDER BY r.account_id, r.message_id, r.n FOR UPDATE OF r`,
);

const MOVE_RECIPIENTS = statement(
  "finish-recipients",
  {
    x: numberedRows<AttemptResult>({
      ...RECIPIENT_KEY,
      attempt: smallint(({ attempt }) => attempt),
      status: text(({ next }) => next.status),
      rank: smallint(({ next }) => next.rank),
      reason: text.orNull(({ next }) => next.reason),
      ladder_step: smallint(({ next }) => next.ladderStep),
      due_at: timestamptz.orNull(({ next }) => next.dueAt),
      lease_until: timestamptz.orNull(({ next }) => next.leaseUntil),
      unknown: boolean(({ next }) => next.unknown),
      sent_at: timestamptz.orNull(({ next }) => next.sentAt),
      ses_message_id: text.orNull(({ outcome }) => outcome.sesMessageId),
    }),
  },
  ({ x }) => `
UPDATE recipients r SET status = x.status, rank = x.rank, reason = x.reason, ladder_step = x.ladder_step, due_at = x.due_at,
  lease_until = x.lease_until, unknown = x.unknown, sent_at = COALESCE(x.sent_at, r.sent_at),
  ses_message_id = COALESCE(x.ses_message_id, r.ses_message_id)
FROM ${x}
WHERE (r.account_id, r.message_id, r.n, r.attempt) = (x.account_id, x.message_id, x.n, x.attempt) AND (r.status = 'sending') IS TRUE
RETURNING x.i::int AS i`,
);

const RECORD = statement(
  "finish-attempts",
  {
    x: rows<AttemptResult & { i: number }>({
      i: int(({ i }) => i),
      ...RECIPIENT_KEY,
      mode: mode((result) => result.mode),
      attempt: smallint(({ attempt }) => attempt),
      outcome: text(({ outcome }) => outcome.kind),
      code: text.orNull(({ outcome }) => outcome.code),
      detail: text.orNull(({ outcome }) => outcome.detail),
      ses_message_id: text.orNull(({ outcome }) => outcome.sesMessageId),
    }),
    entry: rows<{ i: number; event: NewEvent }>({
      i: int(({ i }) => i),
      id: text(({ event }) => event.id),
      type: text(({ event }) => event.type),
      webhook: text.orNull(({ event }) => event.webhook),
      at: timestamptz(({ event }) => event.at),
      data: text(({ event }) => JSON.stringify(event.data)),
    }),
    fact: rows<Fact & { i: number }>({ i: int(({ i }) => i), ...FACT }),
    now: timestamptz,
    freshUntil: timestamptz,
  },
  ({ x, entry, fact, now, freshUntil }) => `
WITH x AS (
  SELECT * FROM ${x}
), closed AS (
  UPDATE attempts a SET finished_at = ${now}, outcome = x.outcome, code = x.code, detail = x.detail, ses_message_id = x.ses_message_id
  FROM x WHERE (a.account_id, a.message_id, a.n, a.attempt) = (x.account_id, x.message_id, x.n, x.attempt)
), e AS (
  SELECT x.i, x.account_id, x.mode, entry.id, x.message_id, x.n, entry.type, entry.webhook, entry.at, entry.data
  FROM ${entry} JOIN x ON x.i = entry.i
), put_events AS (
  INSERT INTO events (account_id, id, subject_type, subject_id, n, type, webhook, at, data)
  SELECT account_id, id, 'message', message_id, n, type, webhook, at, data::jsonb FROM e
), put_deliveries AS (
  INSERT INTO deliveries (${DELIVERY_COLUMNS})
  SELECT e.account_id, e.id, w.id, ${deliveryState(now, freshUntil)}
  FROM e JOIN webhooks w ON w.account_id = e.account_id AND w.mode = e.mode AND ${wants("e.webhook", now)}
  WHERE e.webhook IS NOT NULL
  RETURNING account_id, event_id, webhook_id, admitted_until
), counted AS (
  ${insertFacts(
    { ...givenFact("fact"), accountId: "x.account_id", tier: "a.tier" },
    `${fact} JOIN x ON x.i = fact.i JOIN accounts a ON a.id = x.account_id`,
  )}
)
SELECT e.i, d.account_id, d.event_id, d.webhook_id FROM put_deliveries d JOIN e ON e.account_id = d.account_id AND e.id = d.event_id
WHERE d.admitted_until IS NOT NULL`,
);
