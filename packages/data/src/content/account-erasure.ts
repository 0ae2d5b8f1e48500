import { erasedEmail } from "@sendex/core/content/erased";
import { OWN_STATES, UNSETTLED_STATUSES } from "@sendex/core/reports/status";
import { isInForce } from "../access/conditions";
import { type AuditEntry, writeAudit } from "../access/audit";
import { arrayOf, bigint, smallint, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";
import { keyedTransaction, transaction } from "../database/transaction";

export interface Erasure {
  accountId: string;
  erasingSince: Date;
  /** Set once nothing of it is left. */
  erasedAt: Date | null;
}

/** The account's erasure; undefined where it is not being erased. */
export async function findErasure(data: Data, accountId: string): Promise<Erasure | undefined> {
  const row = await prisma(data).account.findUnique({
    where: { id: accountId },
    select: { erasingSince: true, erasedAt: true },
  });
  return row?.erasingSince
    ? { accountId, erasingSince: row.erasingSince, erasedAt: row.erasedAt }
    : undefined;
}

/** The accounts whose rows are still to go, the longest waiting first. */
export async function openErasures(data: Data, limit: number): Promise<Erasure[]> {
  const rows = await prisma(data).account.findMany({
    where: { erasingSince: { not: null }, erasedAt: null },
    orderBy: { erasingSince: "asc" },
    take: limit,
    select: { id: true, erasingSince: true, erasedAt: true },
  });
  return rows.flatMap(({ id, erasingSince, erasedAt }) =>
    erasingSince ? [{ accountId: id, erasingSince, erasedAt }] : [],
  );
}

/**
 * Begins an account's erasure, in one transaction: destroys its data key, so that none of its sealed bytes opens from
 * the commit on, here and in every later copy; revokes its keys, removes its endpoints with their secrets, stops its
 * sending and removes the name from its row. Undefined where it began before, or there is no such account.
 */
export async function beginErasure(
  data: Data,
  accountId: string,
  audit: AuditEntry,
  now: Date,
): Promise<{ keys: number; webhooks: number } | undefined> {
  return transaction(data, async (client) => {
    const { rowCount } = await client.query(BEGIN_ERASURE({ accountId, email: erasedEmail(accountId), now }));
    if (rowCount !== 1) return undefined;
    const keys = await client.query(REVOKE_KEYS({ accountId, now }));
    const webhooks = await client.query(DELETE_WEBHOOKS({ accountId }));
    await writeAudit(client, audit);
    return { keys: keys.rowCount ?? 0, webhooks: webhooks.rowCount ?? 0 };
  });
}

/** Cancels a bounded number of an erased account's recipients that wait; how many. No timeline: it goes too. */
export async function cancelWaiting(data: Data, accountId: string, limit: number): Promise<number> {
  const { rowCount } = await plain(data).query(
    CANCEL_WAITING({ accountId, rank: OWN_STATES.cancelled.rank, limit }),
  );
  return rowCount ?? 0;
}

/** Whether something of the account may still be sent, or is in a worker's hands. */
export async function isUnsettled(data: Data, accountId: string): Promise<boolean> {
  const { rows } = await plain(data).query(UNSETTLED({ accountId, statuses: UNSETTLED_STATUSES }));
  return rows.length > 0;
}

/**
 * What an account has, in the order in which it goes: first what people wrote, messages before what hangs on them. A
 * ledger of credits stays, since no one may change it; it names no person.
 */
export const OWNED: readonly { table: string; key: string }[] = [
  { table: "contents", key: "account_id, message_id, field" },
  { table: "messages", key: "account_id, id" },
  { table: "recipients", key: "account_id, message_id, n" },
  { table: "message_tags", key: "account_id, mode, tag, message_id" },
  { table: "attempts", key: "account_id, message_id, n, attempt" },
  { table: "delivery_attempts", key: "account_id, event_id, webhook_id, attempt" },
  { table: "deliveries", key: "account_id, event_id, webhook_id" },
  { table: "events", key: "account_id, id" },
  { table: "request_log_messages", key: "account_id, message_id, log_id" },
  { table: "request_logs", key: "account_id, mode, id" },
  { table: "idempotency_keys", key: "account_id, mode, surface, key" },
  { table: "suppressions", key: "account_id, address" },
  { table: "test_suppressions", key: "account_id, address" },
  { table: "contact_import_chunks", key: "account_id, import_id, start" },
  { table: "contact_imports", key: "account_id, mode, id" },
  { table: "contact_import_errors", key: "account_id, import_id, line" },
  { table: "contacts", key: "account_id, mode, id" },
  { table: "contact_properties", key: "account_id, id" },
  { table: "broadcasts", key: "account_id, mode, id" },
  { table: "segment_contacts", key: "account_id, segment_id, contact_id" },
  { table: "segments", key: "account_id, mode, id" },
  { table: "subscriptions", key: "account_id, mode, address, topic_id" },
  { table: "topics", key: "account_id, id" },
  { table: "forms", key: "account_id, mode, id" },
  { table: "sign_ups", key: "account_id, mode, id" },
  { table: "brands", key: "account_id" },
  { table: "dead_letters", key: "account_id, id" },
  { table: "credit_holds", key: "account_id, message_id" },
  { table: "templates", key: "account_id, id" },
  { table: "images", key: "account_id, id" },
  { table: "api_keys", key: "account_id, id" },
  { table: "statistic_deltas", key: "id" },
  { table: "statistics", key: "account_id, hour, mode, event, domain, tag, template, tier, key_id" },
  { table: "metric_deltas", key: "id" },
  { table: "metric_tags", key: "account_id, mode, tag" },
  { table: "recount_messages", key: "account_id, slice, message_id" },
  { table: "metrics", key: "account_id, mode, dimension, minutes, at, domain, value" },
  { table: "metric_delays", key: "account_id, mode, dimension, minutes, at, domain, value, bucket" },
  { table: "engagement", key: "account_id, mode, broadcast_id, address" },
  { table: "alerts", key: "account_id, id" },
  { table: "alert_rules", key: "account_id, kind" },
  { table: "key_networks", key: "account_id, key_id, network" },
  { table: "owner_mails", key: "account_id, id" },
  { table: "members", key: "account_id, user_id" },
  { table: "invitations", key: "account_id, id" },
  { table: "review_cases", key: "account_id, id" },
  { table: "source_pauses", key: "account_id, id" },
  { table: "appeals", key: "account_id, id" },
  { table: "suspensions", key: "account_id, id" },
];

/** Deletes up to `limit` rows of an erased account, of the first table that has any; 0: nothing is left. */
export async function deleteOwned(data: Data, accountId: string, limit: number): Promise<number> {
  return keyedTransaction(data, async (client) => {
    for (const deletion of DELETIONS) {
      const { rowCount } = await client.query(deletion({ accountId, limit }));
      if (rowCount !== null && rowCount > 0) return rowCount;
    }
    return 0;
  });
}

const DELETIONS = OWNED.map(({ table, key }) =>
  statement(
    `erase-${table}`,
    { accountId: text, limit: bigint },
    (p) => `
WITH k AS MATERIALIZED (SELECT ${key} FROM ${table} WHERE account_id = ${p.accountId} LIMIT ${p.limit})
DELETE FROM ${table} t USING k WHERE ${same(key)}`,
  ),
);

function same(key: string): string {
  return key
    .split(", ")
    .map((column) => `t.${column} = k.${column}`)
    .join(" AND ");
}

/** The row stays, so that its id is never another's, and the ledger of credits has an owner. */
export async function endErasure(data: Data, accountId: string, now: Date): Promise<void> {
  await prisma(data).account.updateMany({
    where: { id: accountId, erasedAt: null },
    data: { erasedAt: now },
  });
}

const BEGIN_ERASURE = unpreparedStatement(
  { accountId: text, email: text, now: timestamptz },
  (p) => `
UPDATE accounts SET data_key = '', email = ${p.email}, name = NULL, default_from = NULL, standing = 'suspended', standing_reason = 'erased',
  erasing_since = ${p.now}
WHERE id = ${p.accountId} AND erasing_since IS NULL`,
);

const REVOKE_KEYS = unpreparedStatement(
  { accountId: text, now: timestamptz },
  (p) =>
    `UPDATE api_keys SET revoked_at = ${p.now} WHERE account_id = ${p.accountId} AND ${isInForce("api_keys")}`,
);

const CANCEL_WAITING = unpreparedStatement(
  { accountId: text, rank: smallint, limit: bigint },
  (p) => `
WITH w AS (
  SELECT account_id, message_id, n FROM recipients WHERE account_id = ${p.accountId} AND status IN ('scheduled', 'held', 'queued')
  LIMIT ${p.limit} FOR UPDATE SKIP LOCKED
)
UPDATE recipients r SET status = 'cancelled', rank = ${p.rank}, due_at = NULL, admitted_until = NULL, lease_until = NULL, unknown = false,
  suspect = false
FROM w WHERE (r.account_id, r.message_id, r.n) = (w.account_id, w.message_id, w.n)`,
);

const DELETE_WEBHOOKS = unpreparedStatement(
  { accountId: text },
  (p) => `DELETE FROM webhooks WHERE account_id = ${p.accountId}`,
);

const UNSETTLED = unpreparedStatement(
  { accountId: text, statuses: arrayOf(text) },
  (p) => `
SELECT 1 FROM recipients
WHERE account_id = ${p.accountId} AND status = ANY (${p.statuses}::text[]) LIMIT 1`,
);
