import { HELD_TOO_LONG, ACCOUNT_SUSPENDED } from "@sendex/core/reputation/standing";
import { OWN_STATES } from "@sendex/core/reports/status";
import { inGoodStanding } from "../access/conditions";
import { bigint, rows, smallint, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import { insertFacts, messageFact } from "../reports/facts";
import { RECIPIENT_KEY, type RecipientKey } from "../sending/recipient-key";
import { type DeliveryKey, type NewEvent, recordEvents } from "../webhooks/record-events";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import { keyedTransaction } from "../database/transaction";

/** What a recipient's timeline says of it. */
type EntryOf = (recipient: RecipientKey) => NewEvent;

/**
 * Holds what is due of suspended accounts, until `until`. A claim holds what it meets; this holds the rest, without a
 * worker's work for each. Returns how many.
 */
export async function holdWaiting(
  data: Data,
  entryOf: EntryOf,
  { now, until }: { now: Date; until: Date },
  limit: number,
): Promise<number> {
  return keyedTransaction(data, async (client) => {
    const { rank } = OWN_STATES.held;
    const { rows } = await client.query<KeyRow>(HOLD({ limit, rank, reason: ACCOUNT_SUSPENDED, until }));
    const found = keysOf(rows);
    await recordEvents(client, found.map(entryOf), now);
    return found.length;
  });
}

/** Queues what is held of active accounts again. Returns how many. */
export async function releaseHeld(data: Data, entryOf: EntryOf, now: Date, limit: number): Promise<number> {
  return keyedTransaction(data, async (client) => {
    const { rows } = await client.query<KeyRow>(RELEASE({ limit, rank: OWN_STATES.queued.rank, now }));
    const found = keysOf(rows);
    await recordEvents(client, found.map(entryOf), now);
    return found.length;
  });
}

/** Fails what was held for 72 hours. → the deliveries to enqueue, and how many there were. */
export async function failHeld(
  data: Data,
  entryOf: EntryOf,
  now: Date,
  limit: number,
): Promise<{ count: number; deliveries: DeliveryKey[] }> {
  return keyedTransaction(data, async (client) => {
    const { rank } = OWN_STATES.failed;
    const { rows } = await client.query<KeyRow>(FAIL({ limit, rank, reason: HELD_TOO_LONG, now }));
    const found = keysOf(rows);
    await client.query(COUNT_FAILED({ x: found, now }));
    return { count: found.length, deliveries: await recordEvents(client, found.map(entryOf), now) };
  });
}

/** Recipients held, and when the first of them is given up, by account; at most 1,000 accounts. */
export async function countHeld(
  data: Data,
): Promise<{ accountId: string; held: number; firstGivenUpAt: Date | null }[]> {
  const { rows } = await plain(data).query<{ account_id: string; held: number; first: Date | null }>(
    HELD_COUNTS({}),
  );
  return rows.map((row) => ({ accountId: row.account_id, held: row.held, firstGivenUpAt: row.first }));
}

interface KeyRow {
  account_id: string;
  message_id: string;
  n: number;
}

function keysOf(found: KeyRow[]): RecipientKey[] {
  return found
    .map((row) => ({ accountId: row.account_id, messageId: row.message_id, n: row.n }))
    .sort((a, b) => (a.messageId < b.messageId ? -1 : a.messageId > b.messageId ? 1 : a.n - b.n));
}

// Suspects are claimed one by one, and held there. Rows are locked in another order than everywhere else, so locked ones are skipped.
const HOLD = unpreparedStatement(
  { limit: bigint, rank: smallint, reason: text, until: timestamptz },
  (p) => `
WITH waiting AS (
  SELECT w.* FROM accounts a CROSS JOIN LATERAL (
    SELECT r.account_id, r.message_id, r.n FROM recipients r
    WHERE r.account_id = a.id AND r.status = 'queued' AND r.due_at IS NOT NULL AND NOT r.suspect
    LIMIT ${p.limit} FOR UPDATE SKIP LOCKED
  ) w
  WHERE a.standing = 'suspended' LIMIT ${p.limit}
)
UPDATE recipients r SET status = 'held', rank = ${p.rank}, reason = ${p.reason}, due_at = ${p.until}, admitted_until = NULL
FROM waiting w WHERE (r.account_id, r.message_id, r.n) = (w.account_id, w.message_id, w.n)
RETURNING r.account_id, r.message_id, r.n`,
);

/** From one account with held mail to the next by the index: an account costs one look-up, however much of it waits. */
const HOLDERS = `
RECURSIVE holders AS (
  (SELECT account_id FROM recipients WHERE status = 'held' ORDER BY account_id LIMIT 1)
  UNION ALL
  SELECT next.account_id FROM holders h CROSS JOIN LATERAL (
    SELECT r.account_id FROM recipients r WHERE r.status = 'held' AND r.account_id > h.account_id ORDER BY r.account_id LIMIT 1
  ) next
)`;

const RELEASE = unpreparedStatement(
  { limit: bigint, rank: smallint, now: timestamptz },
  (p) => `
WITH ${HOLDERS}, free AS (
  SELECT w.* FROM holders h JOIN accounts a ON a.id = h.account_id AND ${inGoodStanding("a")} CROSS JOIN LATERAL (
    SELECT r.account_id, r.message_id, r.n FROM recipients r
    WHERE r.account_id = h.account_id AND r.status = 'held' ORDER BY r.message_id, r.n LIMIT ${p.limit} FOR UPDATE SKIP LOCKED
  ) w
  LIMIT ${p.limit}
)
UPDATE recipients r SET status = 'queued', rank = ${p.rank}, reason = NULL, due_at = ${p.now}, admitted_until = NULL
FROM free w WHERE (r.account_id, r.message_id, r.n) = (w.account_id, w.message_id, w.n)
RETURNING r.account_id, r.message_id, r.n`,
);

const FAIL = unpreparedStatement(
  { limit: bigint, rank: smallint, reason: text, now: timestamptz },
  (p) => `
WITH ${HOLDERS}, over AS (
  SELECT w.* FROM holders h JOIN accounts a ON a.id = h.account_id AND a.standing = 'suspended' CROSS JOIN LATERAL (
    SELECT r.account_id, r.message_id, r.n FROM recipients r
    WHERE r.account_id = h.account_id AND r.status = 'held' AND r.due_at <= ${p.now} ORDER BY r.due_at LIMIT ${p.limit} FOR UPDATE SKIP LOCKED
  ) w
  LIMIT ${p.limit}
)
UPDATE recipients r SET status = 'failed', rank = ${p.rank}, reason = ${p.reason}, due_at = NULL, admitted_until = NULL
FROM over w WHERE (r.account_id, r.message_id, r.n) = (w.account_id, w.message_id, w.n)
RETURNING r.account_id, r.message_id, r.n`,
);

const HELD_COUNTS = unpreparedStatement(
  {},
  () => `
SELECT account_id, count(*)::int AS held, min(due_at) AS first FROM recipients WHERE status = 'held'
GROUP BY 1 ORDER BY 1 LIMIT 1000`,
);

const COUNT_FAILED = statement(
  "count-failed-held",
  { x: rows<RecipientKey>(RECIPIENT_KEY), now: timestamptz },
  ({ x, now }) =>
    insertFacts(
      {
        ...messageFact("m"),
        at: `${now}::timestamptz`,
        event: "'failed'",
        tier: "a.tier",
        count: "count(*)",
      },
      `${x} JOIN messages m ON m.account_id = x.account_id AND m.id = x.message_id JOIN accounts a ON a.id = m.account_id`,
    ),
);
