import type { Pool } from "pg";
import type { Priority } from "@sendex/core/message";

export interface Admitted {
  accountId: string;
  messageId: string;
  n: number;
  priority: Priority;
  due: Date;
}

/**
 * Takes what is due and in no queue's window, oldest first, and marks it as admitted until `until`. An admission
 * that was lost (a queue emptied, a process killed) expires and is simply made again. Routes that are paused
 * stay out, but for one recipient at a time once their probe is due.
 */
export async function admitRecipients(
  pool: Pool,
  priority: Priority,
  now: Date,
  until: Date,
  limit: number,
): Promise<Admitted[]> {
  const { rows } = await pool.query<{ account_id: string; message_id: string; n: number; due_at: Date }>({
    name: "admit-recipients",
    text: ADMIT_RECIPIENTS,
    values: [priority, now, until, limit],
  });
  return rows
    .map((row) => ({
      accountId: row.account_id,
      messageId: row.message_id,
      n: row.n,
      priority,
      due: row.due_at,
    }))
    .sort((a, b) => a.due.getTime() - b.due.getTime() || (a.messageId < b.messageId ? -1 : 1) || a.n - b.n);
}

export async function admitDeliveries(
  pool: Pool,
  now: Date,
  until: Date,
  limit: number,
): Promise<{ accountId: string; eventId: string; webhookId: string; attempts: number }[]> {
  const { rows } = await pool.query<{
    account_id: string;
    event_id: string;
    webhook_id: string;
    attempts: number;
  }>({
    name: "admit-deliveries",
    text: ADMIT_DELIVERIES,
    values: [now, until, limit],
  });
  return rows.map((row) => ({
    accountId: row.account_id,
    eventId: row.event_id,
    webhookId: row.webhook_id,
    attempts: row.attempts,
  }));
}

export async function admitNotifications(
  pool: Pool,
  now: Date,
  until: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: "admit-notifications",
    text: ADMIT_NOTIFICATIONS,
    values: [now, until, limit],
  });
  return rows.map(({ id }) => id);
}

/** After the queues lost what they held: all that they were believed to hold may be admitted again at once. */
export async function forgetAdmissions(pool: Pool, now: Date): Promise<void> {
  for (const text of FORGET) await pool.query(text, [now]);
}

const DUE = `r.priority = $1 AND r.due_at <= $2 AND r.status IN ('queued', 'scheduled')
    AND (r.admitted_until IS NULL OR r.admitted_until < $2)`;

const ADMIT_RECIPIENTS = `
WITH paused AS (
  SELECT name, probe_at > $2 AS shut FROM send_routes WHERE paused_at IS NOT NULL
), open AS (
  SELECT r.account_id, r.message_id, r.n FROM recipients r
  WHERE ${DUE} AND r.route NOT IN (SELECT name FROM paused)
  ORDER BY r.due_at LIMIT $4 FOR UPDATE OF r SKIP LOCKED
), probe AS (
  SELECT r.account_id, r.message_id, r.n FROM recipients r
  WHERE ${DUE} AND r.route IN (SELECT name FROM paused WHERE NOT shut)
  ORDER BY r.due_at LIMIT 1 FOR UPDATE OF r SKIP LOCKED
), due AS (
  SELECT * FROM open UNION ALL SELECT * FROM probe
)
UPDATE recipients r SET admitted_until = $3 FROM due
WHERE (r.account_id, r.message_id, r.n) = (due.account_id, due.message_id, due.n)
RETURNING r.account_id, r.message_id, r.n, r.due_at`;

const ADMIT_DELIVERIES = `
WITH due AS (
  SELECT account_id, event_id, webhook_id FROM deliveries
  WHERE due_at <= $1 AND status = 'pending' AND (admitted_until IS NULL OR admitted_until < $1)
  ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED
)
UPDATE deliveries d SET admitted_until = $2 FROM due
WHERE (d.account_id, d.event_id, d.webhook_id) = (due.account_id, due.event_id, due.webhook_id)
RETURNING d.account_id, d.event_id, d.webhook_id, d.attempts`;

const ADMIT_NOTIFICATIONS = `
WITH due AS (
  SELECT id FROM notifications WHERE done_at IS NULL AND admitted_until < $1
  ORDER BY admitted_until LIMIT $3 FOR UPDATE SKIP LOCKED
)
UPDATE notifications n SET admitted_until = $2 FROM due WHERE n.id = due.id RETURNING n.id`;

// A notification that waits for our own commit is looked at again a little early: one of its tries, no harm.
const FORGET = [
  "UPDATE recipients SET admitted_until = NULL WHERE due_at IS NOT NULL AND admitted_until > $1",
  "UPDATE deliveries SET admitted_until = NULL WHERE due_at IS NOT NULL AND admitted_until > $1",
  "UPDATE notifications SET admitted_until = received_at WHERE done_at IS NULL AND admitted_until > $1",
];
