import type { QueryConfig } from "pg";
import { idFloor } from "@sendex/crypto/token";
import { UNSETTLED_STATUSES } from "@sendex/core/reports/status";
import { lend } from "../database/lend";
import { type Partition, partitionsIn } from "../schedule/partitions";
import { FORGET_SAID } from "./forget-told";
import { arrayOf, bigint, boolean, text } from "../database/parameters";
import { composed, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import type { Transaction } from "../database/transaction";

/** Which tables are dropped by which cut-off. Messages first: a recipient without its message shows nowhere. */
const TABLES = {
  contents: ["contents"],
  messages: ["messages", "message_tags", "recipients", "attempts"],
  events: ["delivery_attempts", "deliveries", "events"],
  logs: ["request_log_messages", "request_logs"],
} as const;

/** The longest that a detaching partition waits for transactions which began before; the next run goes on. */
const DETACH_MS = 60_000;

/** Partitions of this kind that were over before `cutoff`, oldest first. */
export async function oldPartitions(
  data: Data,
  kind: keyof typeof TABLES,
  cutoff: Date,
): Promise<Partition[]> {
  const all = await partitionsIn(data);
  return TABLES[kind]
    .flatMap((table) => all.filter((partition) => partition.table === table && partition.to <= cutoff))
    .sort((a, b) => a.from.getTime() - b.from.getTime());
}

/** Whether every message of a time is settled: nothing will be sent or asked of it any more. */
export async function allSettled(data: Data, { from, to }: Pick<Partition, "from" | "to">): Promise<boolean> {
  const { rows } = await plain(data).query<{ unsettled: boolean }>(
    UNSETTLED({ statuses: UNSETTLED_STATUSES, floor: idFloor("msg", from), end: idFloor("msg", to) }),
  );
  return rows[0]?.unsettled === false;
}

/**
 * Drops a partition without ever making traffic wait: it is detached concurrently, and dropped once nothing uses it.
 * What an earlier try left half done is finished.
 */
export async function dropPartition(data: Data, { table, name }: Partition): Promise<void> {
  await lend(plain(data), async (client, discard) => {
    try {
      // On this connection alone: the pool's limits are for statements that a caller waits for.
      await client.query(composed(() => `SET statement_timeout = ${DETACH_MS}; SET lock_timeout = 0`));
      // A table has at most one that is half detached, and detaches no other before that is finished.
      for (const pending of await children(client, table, true))
        await client.query(slow(`ALTER TABLE ${table} DETACH PARTITION parts.${pending} FINALIZE`));
      if ((await children(client, table, false)).includes(name))
        await client.query(slow(`ALTER TABLE ${table} DETACH PARTITION parts.${name} CONCURRENTLY`));
      await client.query(slow(`DROP TABLE parts.${name}`));
    } finally {
      // The connection goes, and its limits with it.
      discard(new Error("its limits were changed"));
    }
  });
}

/**
 * Erases the subjects of the next settled messages that a partition of contents has something of, and what goes with
 * them; with `rows`, what was written as well, for where the partition must stay. Returns where to go on; undefined at the end.
 */
export async function erasePage(
  data: Data,
  { name }: Partition,
  after: MessageKey,
  { limit, rows: withRows }: { limit: number; rows: boolean },
): Promise<MessageKey | undefined> {
  const { rows } = await plain(data).query<{ account_id: string; message_id: string }>(
    erase(name, after, limit, withRows),
  );
  const [last] = rows;
  return last && { accountId: last.account_id, messageId: last.message_id };
}

export interface MessageKey {
  accountId: string;
  messageId: string;
}

/** Names of a table's attached children, or of those that are half detached. */
async function children(client: Transaction, table: string, pending: boolean): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(CHILDREN({ table, pending }));
  return rows.map(({ name }) => name);
}

/** Past the pool's own limit for an answer. */
function slow(text: string): QueryConfig & { query_timeout: number } {
  return { ...composed(() => text), query_timeout: DETACH_MS + 5_000 };
}

// One look into an index an account and status.
const UNSETTLED = unpreparedStatement(
  { statuses: arrayOf(text), floor: text, end: text },
  (p) => `
SELECT EXISTS (
  SELECT 1 FROM accounts a CROSS JOIN unnest(${p.statuses}::text[]) AS s(status) CROSS JOIN LATERAL (
    SELECT 1 FROM recipients r WHERE r.account_id = a.id AND r.status = s.status AND r.message_id >= ${p.floor} AND r.message_id < ${p.end} LIMIT 1
  ) one
) AS unsettled`,
);

/** `name` is one of ours, from the catalogue. */
function erase(name: string, after: MessageKey, limit: number, withRows: boolean): QueryConfig {
  return composed(
    (place) => `
WITH page AS (
  SELECT account_id, message_id FROM parts.${name} WHERE (account_id, message_id) > (${place(text, after.accountId)}, ${place(text, after.messageId)})
  GROUP BY account_id, message_id ORDER BY account_id, message_id LIMIT ${place(bigint, limit)}
), settled AS (
  SELECT p.account_id, p.message_id FROM page p WHERE NOT EXISTS (
    SELECT 1 FROM recipients r WHERE r.account_id = p.account_id AND r.message_id = p.message_id AND r.status = ANY (${place(arrayOf(text), UNSETTLED_STATUSES)}::text[]))
), ${FORGET_SAID}, erased AS (
  DELETE FROM parts.${name} c USING settled s WHERE ${place(boolean, withRows)} AND c.account_id = s.account_id AND c.message_id = s.message_id
)
SELECT account_id, message_id FROM page ORDER BY account_id DESC, message_id DESC LIMIT 1`,
  );
}

const CHILDREN = unpreparedStatement(
  { table: text, pending: boolean },
  (p) => `
SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
WHERE i.inhparent = ${p.table}::text::regclass AND i.inhdetachpending = ${p.pending}`,
);
