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

// One index look-up a tier and partition: each `min` reads the first entry of a partial index.
const OLDEST = `
SELECT least(
  (SELECT min(due_at) FROM recipients WHERE priority = 'critical' AND due_at IS NOT NULL),
  (SELECT min(due_at) FROM recipients WHERE priority = 'standard' AND due_at IS NOT NULL),
  (SELECT min(due_at) FROM recipients WHERE priority = 'bulk' AND due_at IS NOT NULL),
  (SELECT min(lease_until) FROM recipients WHERE lease_until IS NOT NULL)
) AS since`;
