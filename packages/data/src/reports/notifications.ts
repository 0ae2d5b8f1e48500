import { type AuditEntry, writeAudit } from "../access/audit";
import { arrayOf, bigint, rows, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { keyed, plain } from "../database/pools";
import { type Transaction, keyedTransaction } from "../database/transaction";

export interface StoredNotification {
  /** The SNS MessageId. */
  id: string;
  topicArn: string;
  trust: "aws" | "sandbox";
  body: string;
  receivedAt: Date;
  publishedAt: Date;
}

/** How long a fresh one is left to the process that stored it before the scheduler admits it again. */
const FRESH_MS = 5_000;

/** False where this SNS message is already known: SNS repeats itself, and once is enough. */
export async function storeNotifications(
  data: Data,
  notifications: StoredNotification[],
): Promise<boolean[]> {
  return store(keyed(data), notifications);
}

/** The same by an operator, with an entry in the audit log for so many that were not known. */
export async function redriveNotifications(
  data: Data,
  notifications: StoredNotification[],
  entryOf: (stored: number) => AuditEntry,
): Promise<boolean[]> {
  return keyedTransaction(data, async (client) => {
    const fresh = await store(client, notifications);
    const stored = fresh.filter((isFresh) => isFresh).length;
    if (stored > 0) await writeAudit(client, entryOf(stored));
    return fresh;
  });
}

async function store(client: Transaction, notifications: StoredNotification[]): Promise<boolean[]> {
  const { rows } = await client.query<{ id: string }>(STORE({ x: notifications }));
  const stored = new Set(rows.map(({ id }) => id));
  return notifications.map(({ id }) => stored.delete(id));
}

/** Those of the named notifications that are not ingested yet, locked until the transaction ends. */
export async function lockNotifications(
  client: Transaction,
  ids: string[],
): Promise<(StoredNotification & { tries: number })[]> {
  const { rows } = await client.query<NotificationRow>(LOCK({ ids }));
  return rows.map((row) => ({
    id: row.id,
    topicArn: row.topic_arn,
    trust: row.trust,
    body: row.body,
    receivedAt: row.received_at,
    publishedAt: row.published_at,
    tries: row.tries,
  }));
}

/** What came of one. */
export interface Ingested {
  id: string;
  result: string;
  /** Set: it stays open, and is admitted again then. */
  later: Date | null;
}

/** Records what came of locked notifications. */
export async function closeNotifications(client: Transaction, results: Ingested[], now: Date): Promise<void> {
  if (results.length === 0) return;
  await client.query(CLOSE({ x: results, now }));
}

interface NotificationRow {
  id: string;
  topic_arn: string;
  trust: "aws" | "sandbox";
  body: string;
  received_at: Date;
  published_at: Date;
  tries: number;
}

const STORE = statement(
  "store-notifications",
  {
    x: rows<StoredNotification>({
      id: text(({ id }) => id),
      topic_arn: text(({ topicArn }) => topicArn),
      trust: text(({ trust }) => trust),
      body: text(({ body }) => body),
      received_at: timestamptz(({ receivedAt }) => receivedAt),
      published_at: timestamptz(({ publishedAt }) => publishedAt),
      admitted_until: timestamptz(({ receivedAt }) => new Date(receivedAt.getTime() + FRESH_MS)),
    }),
  },
  ({ x }) => `
INSERT INTO notifications (id, topic_arn, trust, body, received_at, published_at, admitted_until)
SELECT id, topic_arn, trust, body, received_at, published_at, admitted_until FROM ${x}
ON CONFLICT DO NOTHING RETURNING id`,
);

const LOCK = statement(
  "lock-notifications",
  { ids: arrayOf(text) },
  (p) => `
SELECT id, topic_arn, trust, body, received_at, published_at, tries FROM notifications
WHERE id = ANY (${p.ids}::text[]) AND done_at IS NULL ORDER BY published_at, id FOR UPDATE SKIP LOCKED`,
);

const CLOSE = statement(
  "close-notifications",
  {
    x: rows<Ingested>({
      id: text(({ id }) => id),
      result: text(({ result }) => result),
      later: timestamptz.orNull(({ later }) => later),
    }),
    now: timestamptz,
  },
  ({ x, now }) => `
UPDATE notifications n SET result = x.result, tries = n.tries + 1, admitted_until = x.later,
  done_at = CASE WHEN x.later IS NULL THEN ${now}::timestamptz END, body = CASE WHEN x.later IS NULL THEN '' ELSE n.body END
FROM ${x} WHERE n.id = x.id`,
);

/** Forgets ingested notifications that came before `before`, a bounded number at a time; returns how many. */
export async function forgetNotifications(data: Data, before: Date, limit: number): Promise<number> {
  const { rowCount } = await plain(data).query(FORGET({ before, limit }));
  return rowCount ?? 0;
}

const FORGET = unpreparedStatement(
  { before: timestamptz, limit: bigint },
  (p) => `
DELETE FROM notifications WHERE id IN
  (SELECT id FROM notifications WHERE received_at < ${p.before} AND done_at IS NOT NULL LIMIT ${p.limit})`,
);
