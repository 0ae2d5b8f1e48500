import type { PoolClient } from "pg";
import { type Data, transaction } from "./open";
import { countFacts, type DeliveryKey, type Fact, type NewEvent, recordEvents } from "./record-events";

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

/** Commits a group of results: recipients by compare-and-set, attempts, timeline, deliveries and counts. */
export async function finishAttempts(
  data: Data,
  results: AttemptResult[],
  now: Date,
): Promise<FinishedAttempt[]> {
  return transaction(data, async (client) => {
    const counted = await moveRecipients(client, results);
    await closeAttempts(client, results, now);
    const events = results.flatMap((result, i) =>
      counted.has(i) ? [result.attemptEvent, ...result.events] : [result.attemptEvent],
    );
    const deliveries = await recordEvents(client, events, now);
    await countFacts(
      client,
      results.flatMap((result, i) => (counted.has(i) ? result.facts : [])),
    );
    return share(results, counted, deliveries);
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

async function closeAttempts(client: PoolClient, results: AttemptResult[], now: Date): Promise<void> {
  await client.query({
    name: "finish-attempts",
    text: CLOSE_ATTEMPTS,
    values: [
      results.map(({ accountId }) => accountId),
      results.map(({ messageId }) => messageId),
      results.map(({ n }) => n),
      results.map(({ attempt }) => attempt),
      results.map(({ outcome }) => outcome.kind),
      results.map(({ outcome }) => outcome.code),
      results.map(({ outcome }) => outcome.detail),
      results.map(({ outcome }) => outcome.sesMessageId),
      now,
    ],
  });
}

function share(results: AttemptResult[], counted: Set<number>, deliveries: DeliveryKey[]): FinishedAttempt[] {
  const owner = new Map(
    results.flatMap((result, i) => [result.attemptEvent, ...result.events].map(({ id }) => [id, i] as const)),
  );
  const shared = results.map((_, i): FinishedAttempt => ({ counted: counted.has(i), deliveries: [] }));
  for (const delivery of deliveries) {
    const index = owner.get(delivery.eventId);
    if (index !== undefined) shared[index]?.deliveries.push(delivery);
  }
  return shared;
}

const MOVE_RECIPIENTS = `
UPDATE recipients r SET status = x.status, rank = x.rank, reason = x.reason, ladder_step = x.ladder_step, due_at = x.due_at,
  lease_until = x.lease_until, unknown = x.unknown, sent_at = COALESCE(x.sent_at, r.sent_at),
  ses_message_id = COALESCE(x.ses_message_id, r.ses_message_id)
FROM unnest($1::text[], $2::text[], $3::smallint[], $4::smallint[], $5::text[], $6::smallint[], $7::text[], $8::smallint[],
  $9::timestamptz[], $10::timestamptz[], $11::boolean[], $12::timestamptz[], $13::text[])
  WITH ORDINALITY AS x(account_id, message_id, n, attempt, status, rank, reason, ladder_step, due_at, lease_until, unknown, sent_at, ses_message_id, i)
WHERE (r.account_id, r.message_id, r.n, r.attempt) = (x.account_id, x.message_id, x.n, x.attempt) AND r.status = 'sending'
RETURNING x.i::int AS i`;

const CLOSE_ATTEMPTS = `
UPDATE attempts a SET finished_at = $9, outcome = x.outcome, code = x.code, detail = x.detail, ses_message_id = x.ses_message_id
FROM unnest($1::text[], $2::text[], $3::smallint[], $4::smallint[], $5::text[], $6::text[], $7::text[], $8::text[])
  AS x(account_id, message_id, n, attempt, outcome, code, detail, ses_message_id)
WHERE (a.account_id, a.message_id, a.n, a.attempt) = (x.account_id, x.message_id, x.n, x.attempt)`;
