import type { DeadLetterKind, Resolution } from "@sendex/core/sending/dead-letter";
import type { Mode } from "@sendex/core/accepting/message";
import { arrayOf, bigint, rows, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import type { Transaction } from "../database/transaction";

export interface NewDeadLetter {
  /** Empty for a notification. */
  accountId: string;
  id: string;
  kind: DeadLetterKind;
  /** Of the message, the event or the notification. */
  subjectId: string;
  /** The recipient's ordinal or the delivery's endpoint; empty for a notification. */
  part: string;
  reason: string;
  detail: string | null;
  createdAt: Date;
}

export interface DeadLetter extends NewDeadLetter {
  resolvedAt: Date | null;
  resolution: Resolution | null;
}

export interface ListedDeadLetter extends DeadLetter {
  /** Of the message or the endpoint; null for a notification, or where that is gone. */
  mode: Mode | null;
}

/** Every given part must hold. */
export interface DeadLetterFilter {
  kind: DeadLetterKind;
  accountId?: string;
  ids?: string[];
}

/** Writes dead letters; a subject that has an open one keeps it. */
export async function putDeadLetters(client: Transaction, letters: NewDeadLetter[]): Promise<void> {
  if (letters.length === 0) return;
  await client.query(PUT({ x: letters }));
}

/** Those that are not resolved, oldest first; `after` is an id. */
export async function listDeadLetters(
  data: Data,
  filter: DeadLetterFilter,
  limit: number,
  after = "",
): Promise<ListedDeadLetter[]> {
  const { rows } = await plain(data).query<LetterRow & { mode: Mode | null }>(
    LIST(wanted(filter, after, limit)),
  );
  return rows.map((row) => ({ ...readLetter(row), mode: row.mode }));
}

/** The next open ones after the id `after`, locked until the transaction ends. */
export async function lockDeadLetters(
  client: Transaction,
  filter: DeadLetterFilter,
  after: string,
  limit: number,
): Promise<DeadLetter[]> {
  const { rows } = await client.query<LetterRow>(LOCK(wanted(filter, after, limit)));
  return rows.map(readLetter);
}

/** Records what was done about locked ones. */
export async function closeDeadLetters(
  client: Transaction,
  letters: DeadLetter[],
  resolution: Resolution,
  now: Date,
): Promise<void> {
  if (letters.length === 0) return;
  await client.query(CLOSE({ x: letters, resolution, now }));
}

/** Open ones of each kind, counted up to `most`. */
export async function countDeadLetters(
  data: Data,
  most: number,
): Promise<{ kind: DeadLetterKind; count: number }[]> {
  const { rows } = await plain(data).query<{ kind: DeadLetterKind; count: number }>(COUNT({ most }));
  return rows;
}

/**
 * Looks at the next open ones after the id `after`, and closes those whose subject has come to its end by itself or is
 * no more. Returns how many it closed, and the last it looked at: undefined once there are no more.
 */
export async function settleDeadLetters(
  data: Data,
  page: { kind: DeadLetterKind; after: string; limit: number },
  now: Date,
): Promise<{ settled: number; last: string | undefined }> {
  const { rows } = await plain(data).query<{ settled: number; last: string | null }>(
    SETTLE({ kind: page.kind, after: page.after, limit: page.limit, now }),
  );
  return { settled: rows[0]?.settled ?? 0, last: rows[0]?.last ?? undefined };
}

/** Forgets a bounded number that were resolved before `before`; returns how many. */
export async function forgetDeadLetters(data: Data, before: Date, limit: number): Promise<number> {
  const { rowCount } = await plain(data).query(FORGET({ before, limit }));
  return rowCount ?? 0;
}

function wanted({ kind, accountId, ids }: DeadLetterFilter, after: string, limit: number) {
  return { kind, accountId: accountId ?? null, ids: ids ?? null, after, limit };
}

interface LetterRow {
  account_id: string;
  id: string;
  kind: DeadLetterKind;
  subject_id: string;
  part: string;
  reason: string;
  detail: string | null;
  created_at: Date;
  resolved_at: Date | null;
  resolution: Resolution | null;
}

function readLetter(row: LetterRow): DeadLetter {
  return {
    accountId: row.account_id,
    id: row.id,
    kind: row.kind,
    subjectId: row.subject_id,
    part: row.part,
    reason: row.reason,
    detail: row.detail,
    createdAt: row.created_at,
    resolvedAt: row.resolved_at,
    resolution: row.resolution,
  };
}

const PUT = statement(
  "put-dead-letters",
  {
    x: rows<NewDeadLetter>({
      account_id: text(({ accountId }) => accountId),
      id: text(({ id }) => id),
      kind: text(({ kind }) => kind),
      subject_id: text(({ subjectId }) => subjectId),
      part: text(({ part }) => part),
      reason: text(({ reason }) => reason),
      detail: text.orNull(({ detail }) => detail),
      created_at: timestamptz(({ createdAt }) => createdAt),
    }),
  },
  ({ x }) => `
INSERT INTO dead_letters (account_id, id, kind, subject_id, part, reason, detail, created_at)
SELECT account_id, id, kind, subject_id, part, reason, detail, created_at FROM ${x}
ON CONFLICT DO NOTHING`,
);

const WANTED = {
  ...{ kind: text, accountId: text.orNull, ids: arrayOf(text).orNull },
  ...{ after: text, limit: bigint },
};

function open(p: Record<keyof typeof WANTED, string>): string {
  return `SELECT account_id, id, kind, subject_id, part, reason, detail, created_at, resolved_at, resolution FROM dead_letters
WHERE resolved_at IS NULL AND kind = ${p.kind} AND (${p.accountId}::text IS NULL OR account_id = ${p.accountId})
  AND (${p.ids}::text[] IS NULL OR id = ANY (${p.ids})) AND id > ${p.after}
ORDER BY id LIMIT ${p.limit}`;
}

const LIST = unpreparedStatement(
  WANTED,
  (p) => `
WITH l AS MATERIALIZED (
  ${open(p)}
)
SELECT l.*, COALESCE(m.mode, w.mode) AS mode FROM l
LEFT JOIN messages m ON l.kind = 'recipient' AND m.account_id = l.account_id AND m.id = l.subject_id
LEFT JOIN webhooks w ON l.kind = 'delivery' AND w.account_id = l.account_id AND w.id = l.part
ORDER BY l.id`,
);

const LOCK = unpreparedStatement(WANTED, (p) => `${open(p)} FOR UPDATE SKIP LOCKED`);

const CLOSE = unpreparedStatement(
  {
    x: rows<DeadLetter>({ account_id: text(({ accountId }) => accountId), id: text(({ id }) => id) }),
    resolution: text,
    now: timestamptz,
  },
  ({ x, resolution, now }) => `
UPDATE dead_letters d SET resolved_at = ${now}, resolution = ${resolution} FROM ${x}
WHERE (d.account_id, d.id) = (x.account_id, x.id) AND d.resolved_at IS NULL`,
);

const COUNT = statement(
  "count-dead-letters",
  { most: bigint },
  (p) => `
SELECT kind, (SELECT count(*)::int FROM (SELECT 1 FROM dead_letters d WHERE d.kind = k.kind AND d.resolved_at IS NULL LIMIT ${p.most}) x) AS count
FROM unnest(ARRAY['recipient', 'delivery', 'notification']) AS k(kind)`,
);

const SETTLE = statement(
  "settle-dead-letters",
  { kind: text, after: text, limit: bigint, now: timestamptz },
  (p) => `
WITH page AS (
  SELECT account_id, id, kind, subject_id, part FROM dead_letters
  WHERE resolved_at IS NULL AND kind = ${p.kind} AND id > ${p.after} ORDER BY id LIMIT ${p.limit}
), over AS (
  SELECT l.account_id, l.id FROM page l
  LEFT JOIN recipients r ON l.kind = 'recipient' AND r.account_id = l.account_id AND r.message_id = l.subject_id AND r.n::text = l.part
  LEFT JOIN deliveries d ON l.kind = 'delivery' AND d.account_id = l.account_id AND d.event_id = l.subject_id AND d.webhook_id = l.part
  LEFT JOIN notifications n ON l.kind = 'notification' AND n.id = l.subject_id
  WHERE NOT COALESCE(CASE l.kind
    WHEN 'recipient' THEN r.status = 'queued' AND r.due_at IS NULL
    WHEN 'delivery' THEN d.status = 'failed'
    ELSE n.done_at IS NULL AND n.id IS NOT NULL END, false)
), closed AS (
  UPDATE dead_letters l SET resolved_at = ${p.now}, resolution = 'settled' FROM over
  WHERE (l.account_id, l.id) = (over.account_id, over.id) AND l.resolved_at IS NULL RETURNING 1
)
SELECT (SELECT count(*)::int FROM closed) AS settled, (SELECT max(id) FROM page) AS last`,
);

const FORGET = unpreparedStatement(
  { before: timestamptz, limit: bigint },
  (p) => `
DELETE FROM dead_letters WHERE (account_id, id) IN
  (SELECT account_id, id FROM dead_letters WHERE resolved_at < ${p.before} LIMIT ${p.limit})`,
);
