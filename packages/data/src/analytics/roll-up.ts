import { ENGAGED, lockEngagement } from "../audiences/engagement";
import { bigint, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import { keyedSnapshot } from "../database/transaction";
import { ADDED, factsOf, registerTags } from "./cells";

/**
 * Moves up to `limit` deltas into the cells, and into what is kept by address; returns how many. Whoever holds the task's lock alone may do it.
 * @param but an account whose deltas wait on, since it is being counted anew
 */
export async function rollUpMetrics(data: Data, limit: number, but = ""): Promise<number> {
  return keyedSnapshot(data, async (client) => {
    await client.query(lockEngagement());
    await client.query(REGISTER({ limit, but }));
    const { rows } = await client.query<{ moved: number }>(ROLL_UP({ limit, but }));
    return rows[0]?.moved ?? 0;
  });
}

/** How many deltas are not in the cells yet, counted up to `most`. */
export async function countWaiting(data: Data, most: number): Promise<number> {
  const { rows } = await plain(data).query<{ waiting: number }>(WAITING({ most }));
  return rows[0]?.waiting ?? 0;
}

/** Deletes cells of before a time; returns how many. */
export async function forgetMetrics(data: Data, before: Date): Promise<number> {
  const [counts, delays] = await Promise.all([
    plain(data).query(FORGET_METRICS({ before })),
    plain(data).query(FORGET_DELAYS({ before })),
  ]);
  return (counts.rowCount ?? 0) + (delays.rowCount ?? 0);
}

const REGISTER = statement("register-tags", { limit: bigint, but: text }, (p) =>
  registerTags(`(SELECT account_id, message_id FROM metric_deltas WHERE account_id <> ${p.but} ORDER BY id LIMIT ${p.limit}) d
    JOIN messages m ON m.account_id = d.account_id AND m.id = d.message_id`),
);

// What a message that is gone was counted as is gone with it. An array, since what locks up to a limit must be asked once: a
// plan that was made while the table was empty asks an IN (SELECT …) again for every row.
const ROLL_UP = statement(
  "roll-up-metrics",
  { limit: bigint, but: text },
  (p) => `
WITH taken AS MATERIALIZED (
  DELETE FROM metric_deltas WHERE id = ANY (ARRAY(
    SELECT id FROM metric_deltas WHERE account_id <> ${p.but} ORDER BY id LIMIT ${p.limit} FOR UPDATE SKIP LOCKED
  )) RETURNING account_id, message_id, n, measure, first, at
), facts AS MATERIALIZED (${factsOf("taken")}
), ${ADDED}, ${ENGAGED}
SELECT count(*)::int AS moved FROM taken`,
);

const WAITING = unpreparedStatement(
  { most: bigint },
  (p) => `SELECT count(*)::int AS waiting FROM (SELECT FROM metric_deltas LIMIT ${p.most}) waiting`,
);

const FORGET_METRICS = unpreparedStatement(
  { before: timestamptz },
  (p) => `DELETE FROM metrics WHERE at < ${p.before}`,
);

const FORGET_DELAYS = unpreparedStatement(
  { before: timestamptz },
  (p) => `DELETE FROM metric_delays WHERE at < ${p.before}`,
);
