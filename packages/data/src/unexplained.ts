import type { Pool } from "pg";

/**
 * The age, in seconds, of the oldest recipient that ought to have moved and has not: due and not yet claimed, or claimed
 * and past its lease. 0 where there is none. Schedules, retries to come and holds are explained, and do not count.
 */
export async function oldestUnexplainedSeconds(pool: Pool, now: Date): Promise<number> {
  const { rows } = await pool.query<{ since: Date | null }>({ name: "oldest-unexplained", text: OLDEST });
  const since = rows[0]?.since;
  return since ? Math.max(0, (now.getTime() - since.getTime()) / 1000) : 0;
}

// What is admitted is a window's worth, and each `min` of the backlog reads the first entry of an account in a partial index.
const OLDEST = `
WITH RECURSIVE line AS (
  SELECT p.priority, r.route FROM unnest(ARRAY['critical', 'standard', 'bulk']) AS p(priority), unnest(ARRAY['ses', 'sandbox']) AS r(route)
), waiting AS (
  SELECT line.priority, line.route, first.account_id, first.due_at FROM line CROSS JOIN LATERAL (
    SELECT r.account_id, r.due_at FROM recipients r
    WHERE r.priority = line.priority AND r.route = line.route AND r.due_at IS NOT NULL AND r.admitted_until IS NULL AND r.status = 'queued'
    ORDER BY r.account_id, r.due_at LIMIT 1
  ) first
  UNION ALL
  SELECT w.priority, w.route, next.account_id, next.due_at FROM waiting w CROSS JOIN LATERAL (
    SELECT r.account_id, r.due_at FROM recipients r
    WHERE r.priority = w.priority AND r.route = w.route AND r.account_id > w.account_id
      AND r.due_at IS NOT NULL AND r.admitted_until IS NULL AND r.status = 'queued'
    ORDER BY r.account_id, r.due_at LIMIT 1
  ) next
)
SELECT least(
  (SELECT min(due_at) FROM waiting),
  (SELECT min(due_at) FROM recipients WHERE admitted_until IS NOT NULL),
  (SELECT min(due_at) FROM recipients WHERE status = 'scheduled'),
  (SELECT min(lease_until) FROM recipients WHERE lease_until IS NOT NULL)
) AS since`;
