import { bigint } from "../database/parameters";
import { statement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** Moves a bounded number of counted facts into the hourly counters, in one statement; returns how many it moved. */
export async function rollUpStatistics(data: Data, limit: number): Promise<number> {
  const { rows } = await plain(data).query<{ moved: number }>(ROLL_UP({ limit }));
  return rows[0]?.moved ?? 0;
}

const ROLL_UP = statement(
  "roll-up",
  { limit: bigint },
  (p) => `
WITH taken AS (
  DELETE FROM statistic_deltas WHERE id IN (SELECT id FROM statistic_deltas ORDER BY id LIMIT ${p.limit} FOR UPDATE SKIP LOCKED)
  RETURNING account_id, hour, mode, event, domain, tag, template, tier, key_id, count
), added AS (
  INSERT INTO statistics (account_id, hour, mode, event, domain, tag, template, tier, key_id, count)
  SELECT account_id, hour, mode, event, domain, tag, template, tier, key_id, sum(count) FROM taken GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
  ON CONFLICT (account_id, hour, mode, event, domain, tag, template, tier, key_id) DO UPDATE SET count = statistics.count + EXCLUDED.count
)
SELECT count(*)::int AS moved FROM taken`,
);
