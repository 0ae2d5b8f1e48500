import { bigint, int, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** A recipient that should have moved and has not. */
export interface Unexplained {
  accountId: string;
  messageId: string;
  n: number;
  /** First in its backlog and not taken; past its lease and not swept; or adrift: nothing will touch it again. */
  why: "waiting" | "lease" | "adrift";
  /** Null where it is adrift: since when is not known. */
  since: Date | null;
}

/** Accounts of a backlog whose first recipient is looked at. */
const MOST_ACCOUNTS = 5_000;

/**
 * Notes the first recipient of each backlog: the oldest that is due and not claimed, by tier and route, without routes
 * that are shut; and of the schedule and the quarantine. In a backlog of any length that moves, another recipient is
 * soon first, since each account has its turn; one that stays first is stuck.
 */
export async function watchBacklogs(data: Data, now: Date): Promise<void> {
  await plain(data).query(WATCH({ now, most: MOST_ACCOUNTS }));
}

/**
 * The recipient that has gone unexplained for longest; undefined where there is none. Explained are: due in the future
 * (schedules, retries, waits for pace), held, a lease or a wait for evidence that stands, dead letters, a route that
 * is shut, and a wait behind others in a backlog.
 */
export async function oldestUnexplained(data: Data, now: Date): Promise<Unexplained | undefined> {
  const { rows } = await plain(data).query<UnexplainedRow>(OLDEST({ now }));
  return rows.map(read)[0];
}

/** Those adrift, by message, and those whose lease was over before `before`; at most `limit` of each. */
export async function listUnexplained(data: Data, before: Date, limit: number): Promise<Unexplained[]> {
  const { rows } = await plain(data).query<UnexplainedRow>(LIST({ before, limit }));
  return rows.map(read);
}

interface UnexplainedRow {
  account_id: string;
  message_id: string;
  n: number;
  why: Unexplained["why"];
  since: Date | null;
}

function read({ account_id: accountId, message_id: messageId, n, why, since }: UnexplainedRow): Unexplained {
  return { accountId, messageId, n, why, since };
}

const SHUT = "SELECT name FROM send_routes WHERE paused_at IS NOT NULL";

/** As the partial index of the backlog says. */
const BACKLOG = "r.due_at IS NOT NULL AND r.admitted_until IS NULL AND r.status = 'queued' AND NOT r.suspect";

// Of the backlog one entry of an index an account; of what is admitted, which is about a second's work, all.
const WATCH = statement(
  "watch-lines",
  { now: timestamptz, most: int },
  (p) => `
WITH RECURSIVE line AS (
  SELECT p.priority, r.route FROM unnest(ARRAY['critical', 'standard', 'bulk']) AS p(priority), unnest(ARRAY['ses', 'sandbox']) AS r(route)
  WHERE r.route NOT IN (${SHUT})
), waiting AS (
  SELECT line.priority, line.route, first.*, 1 AS place FROM line CROSS JOIN LATERAL (
    SELECT r.account_id, r.message_id, r.n, r.due_at FROM recipients r
    WHERE ${BACKLOG} AND r.priority = line.priority AND r.route = line.route
    ORDER BY r.account_id, r.due_at LIMIT 1
  ) first
  UNION ALL
  SELECT w.priority, w.route, next.*, w.place + 1 FROM waiting w CROSS JOIN LATERAL (
    SELECT r.account_id, r.message_id, r.n, r.due_at FROM recipients r
    WHERE ${BACKLOG} AND r.priority = w.priority AND r.route = w.route AND r.account_id > w.account_id
    ORDER BY r.account_id, r.due_at LIMIT 1
  ) next
  WHERE w.place < ${p.most}
), due AS (
  SELECT priority || ' ' || route AS line, account_id, message_id, n, due_at FROM waiting WHERE due_at <= ${p.now}
  UNION ALL
  SELECT priority || ' ' || route, account_id, message_id, n, due_at FROM recipients
  WHERE admitted_until IS NOT NULL AND due_at <= ${p.now} AND status = 'queued' AND NOT suspect AND route NOT IN (${SHUT})
  UNION ALL
  (SELECT 'scheduled', account_id, message_id, n, due_at FROM recipients WHERE status = 'scheduled' AND due_at <= ${p.now} ORDER BY due_at LIMIT 1)
  UNION ALL
  (SELECT 'quarantine', account_id, message_id, n, due_at FROM recipients
   WHERE suspect AND due_at <= ${p.now} AND status IN ('queued', 'scheduled') AND route NOT IN (${SHUT}) ORDER BY due_at LIMIT 1)
), heads AS (
  SELECT DISTINCT ON (line) * FROM due ORDER BY line, due_at, message_id, n
), left_behind AS (
  DELETE FROM line_heads WHERE line NOT IN (SELECT line FROM heads)
)
INSERT INTO line_heads AS h (line, account_id, message_id, n, due_at, since)
SELECT line, account_id, message_id, n, due_at, ${p.now} FROM heads
ON CONFLICT (line) DO UPDATE SET
  since = CASE WHEN (h.message_id, h.n, h.due_at) = (EXCLUDED.message_id, EXCLUDED.n, EXCLUDED.due_at) THEN h.since ELSE EXCLUDED.since END,
  account_id = EXCLUDED.account_id, message_id = EXCLUDED.message_id, n = EXCLUDED.n, due_at = EXCLUDED.due_at`,
);

// The words of the index "recipients_adrift_idx", without which this would read whole tables.
const ADRIFT = `
  SELECT r.account_id, r.message_id, r.n FROM recipients r
  WHERE ((r.status = 'sending' AND r.lease_until IS NULL) OR (r.status IN ('queued', 'scheduled') AND r.due_at IS NULL))
    AND NOT EXISTS (SELECT 1 FROM dead_letters l WHERE l.account_id = r.account_id AND l.kind = 'recipient'
      AND l.subject_id = r.message_id AND l.part = r.n::text AND l.resolved_at IS NULL)`;

const OLDEST = statement(
  "oldest-unexplained",
  { now: timestamptz },
  (p) => `
SELECT * FROM (
  SELECT account_id, message_id, n, 'waiting' AS why, h.since FROM line_heads h JOIN recipients r USING (account_id, message_id, n)
  WHERE r.due_at = h.due_at AND r.status IN ('queued', 'scheduled') AND r.route NOT IN (${SHUT})
  UNION ALL
  (SELECT account_id, message_id, n, 'lease', lease_until FROM recipients
   WHERE lease_until < ${p.now} AND status = 'sending' ORDER BY lease_until LIMIT 1)
  UNION ALL
  (SELECT account_id, message_id, n, 'adrift', NULL FROM (${ADRIFT}) a ORDER BY message_id, n LIMIT 1)
) x ORDER BY since NULLS FIRST LIMIT 1`,
);

const LIST = statement(
  "list-unexplained",
  { before: timestamptz, limit: bigint },
  (p) => `
(SELECT account_id, message_id, n, 'adrift' AS why, NULL::timestamptz AS since FROM (${ADRIFT}) a ORDER BY message_id, n LIMIT ${p.limit})
UNION ALL
(SELECT account_id, message_id, n, 'lease', lease_until FROM recipients
 WHERE lease_until < ${p.before} AND status = 'sending' ORDER BY lease_until LIMIT ${p.limit})`,
);
