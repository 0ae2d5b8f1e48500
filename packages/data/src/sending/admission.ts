import type { Priority, Route } from "@sendex/core/accepting/message";
import { arrayOf, bigint, int, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** A backlog: one tier's due mail over one route. */
export interface Backlog {
  priority: Priority;
  route: Route;
}

export interface Admitted {
  accountId: string;
  messageId: string;
  n: number;
  priority: Priority;
  due: Date;
}

/** The scheduled whose time has come are queued from here on, as if accepted now. Returns how many. */
export async function wakeScheduled(data: Data, now: Date, limit: number): Promise<number> {
  const { rowCount } = await plain(data).query(WAKE({ now, limit }));
  return rowCount ?? 0;
}

/**
 * Admissions that have run out (a queue was emptied, a process killed between its commit and the queue) wait for
 * admission again. A job that is still queued finds its row as it was, or not at all.
 */
export async function expireAdmissions(data: Data, now: Date, limit: number): Promise<number> {
  const { rowCount } = await plain(data).query(EXPIRE({ now, limit }));
  return rowCount ?? 0;
}

/**
 * Of the next `limit` accounts of a backlog, in the order of their ids after `after`, those with something due.
 * `goOnAfter` is where the next look goes on; empty: from the beginning.
 */
export async function accountsWaiting(
  data: Data,
  { priority, route }: Backlog,
  now: Date,
  after: string,
  limit: number,
): Promise<{ accountIds: string[]; goOnAfter: string }> {
  const { rows } = await plain(data).query<{ account_id: string; due_at: Date }>(
    ACCOUNTS_WAITING({ priority, route, after, limit }),
  );
  const due = rows.filter(({ due_at }) => due_at <= now);
  return {
    accountIds: due.map(({ account_id }) => account_id),
    goOnAfter: rows.length === limit ? (rows.at(-1)?.account_id ?? "") : "",
  };
}

/** Of each account the first `share` that are due, the oldest first, admitted until `until`; at most `room` in all. */
export async function admitTurns(
  data: Data,
  { priority, route }: Backlog,
  turn: { accountIds: string[]; share: number; room: number; now: Date; until: Date },
): Promise<Admitted[]> {
  const { rows } = await plain(data).query<{
    account_id: string;
    message_id: string;
    n: number;
    due_at: Date;
  }>(ADMIT_TURNS({ priority, route, ...turn }));
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

export async function admitNotifications(
  data: Data,
  now: Date,
  until: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await plain(data).query<{ id: string }>(ADMIT_NOTIFICATIONS({ now, until, limit }));
  return rows.map(({ id }) => id);
}

/** After the queues lost what they held: all that they were believed to hold may be admitted again at once. */
export async function forgetAdmissions(data: Data, now: Date): Promise<void> {
  for (const forget of FORGET) await plain(data).query(forget({ now }));
}

/**
 * What was admitted until exactly one of these moments may be admitted again at once: a run that failed may have
 * committed its admissions without learning of it, and put nothing into a queue.
 */
export async function releaseAdmissions(data: Data, untils: Date[]): Promise<void> {
  for (const release of RELEASE) await plain(data).query(release({ untils }));
}

const WAKE = statement(
  "wake-scheduled",
  { now: timestamptz, limit: bigint },
  (p) => `
WITH due AS (
  SELECT account_id, message_id, n FROM recipients WHERE status = 'scheduled' AND due_at <= ${p.now}
  ORDER BY due_at LIMIT ${p.limit} FOR UPDATE SKIP LOCKED
)
UPDATE recipients r SET status = 'queued' FROM due
WHERE (r.account_id, r.message_id, r.n) = (due.account_id, due.message_id, due.n)`,
);

const EXPIRE = statement(
  "expire-admissions",
  { now: timestamptz, limit: bigint },
  (p) => `
WITH over AS (
  SELECT account_id, message_id, n FROM recipients WHERE admitted_until < ${p.now}
  ORDER BY admitted_until LIMIT ${p.limit} FOR UPDATE SKIP LOCKED
)
UPDATE recipients r SET admitted_until = NULL FROM over
WHERE (r.account_id, r.message_id, r.n) = (over.account_id, over.message_id, over.n)`,
);

/** As the partial index says, so that only what waits is looked at. */
const backlog = (priority: string, route: string): string =>
  `r.priority = ${priority} AND r.route = ${route} AND r.due_at IS NOT NULL AND r.admitted_until IS NULL AND r.status = 'queued' AND NOT r.suspect`;

// From one account to the next by the index: an account costs one look-up, however much of it waits.
const ACCOUNTS_WAITING = statement(
  "accounts-waiting",
  { priority: text, route: text, after: text, limit: int },
  ({ priority, route, after, limit }) => `
WITH RECURSIVE waiting AS (
  (SELECT r.account_id, r.due_at, 1 AS place FROM recipients r
   WHERE ${backlog(priority, route)} AND r.account_id > ${after} ORDER BY r.account_id, r.due_at LIMIT 1)
  UNION ALL
  SELECT next.account_id, next.due_at, w.place + 1 FROM waiting w CROSS JOIN LATERAL (
    SELECT r.account_id, r.due_at FROM recipients r
    WHERE ${backlog(priority, route)} AND r.account_id > w.account_id ORDER BY r.account_id, r.due_at LIMIT 1
  ) next
  WHERE w.place < ${limit}
)
SELECT account_id, due_at FROM waiting ORDER BY account_id`,
);

const ADMIT_TURNS = statement(
  "admit-turns",
  {
    priority: text,
    route: text,
    accountIds: arrayOf(text),
    share: bigint,
    room: bigint,
    now: timestamptz,
    until: timestamptz,
  },
  ({ priority, route, accountIds, share, room, now, until }) => `
WITH turns AS (
  SELECT due.* FROM unnest(${accountIds}::text[]) AS a(account_id) CROSS JOIN LATERAL (
    SELECT r.account_id, r.message_id, r.n FROM recipients r
    WHERE ${backlog(priority, route)} AND r.account_id = a.account_id AND r.due_at <= ${now}
    ORDER BY r.due_at LIMIT ${share} FOR UPDATE SKIP LOCKED
  ) due
  LIMIT ${room}
)
UPDATE recipients r SET admitted_until = ${until} FROM turns
WHERE (r.account_id, r.message_id, r.n) = (turns.account_id, turns.message_id, turns.n)
RETURNING r.account_id, r.message_id, r.n, r.due_at`,
);

const ADMIT_NOTIFICATIONS = statement(
  "admit-notifications",
  { now: timestamptz, until: timestamptz, limit: bigint },
  (p) => `
WITH due AS (
  SELECT id FROM notifications WHERE done_at IS NULL AND admitted_until < ${p.now}
  ORDER BY admitted_until LIMIT ${p.limit} FOR UPDATE SKIP LOCKED
)
UPDATE notifications n SET admitted_until = ${p.until} FROM due WHERE n.id = due.id RETURNING n.id`,
);

// A notification that waits for our own commit is looked at again a little early: one of its tries, no harm.
const ADMITTED = [
  "UPDATE recipients SET admitted_until = NULL WHERE",
  "UPDATE deliveries SET admitted_until = NULL WHERE due_at IS NOT NULL AND",
  "UPDATE notifications SET admitted_until = received_at WHERE done_at IS NULL AND",
];

const FORGET = ADMITTED.map((open) =>
  unpreparedStatement({ now: timestamptz }, ({ now }) => `${open} admitted_until > ${now}`),
);

const RELEASE = ADMITTED.map((open) =>
  unpreparedStatement(
    { untils: arrayOf(timestamptz) },
    ({ untils }) => `${open} admitted_until = ANY (${untils}::timestamptz[])`,
  ),
);
