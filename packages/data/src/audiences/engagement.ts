import { ENGAGEMENTS, type Engagement, MEASURES_OF } from "@sendex/core/audiences/engagement";
import { composed, unpreparedStatement } from "../database/statement";
import { bigint, text, timestamptz } from "../database/parameters";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import { transaction } from "../database/transaction";

/**
 * When something last happened to mail to an address: of all of an account's mail (`broadcast_id` empty), and of each
 * broadcast. It is written where timelines are rolled up (analytics/cells.ts), so that a mail's way does nothing for it.
 */

export const columnOf = (engagement: Engagement): string => `${engagement}_at`;

/** For a transaction whose snapshot comes after this, so that `forgetAddress` waits for it, or it sees what that erased. */
export const lockEngagement = () => composed(() => "LOCK TABLE engagement IN ROW EXCLUSIVE MODE");

/** A step of a WITH that writes the facts of a step `facts` (analytics/cells.ts): nothing becomes earlier. */
export const ENGAGED = `engaged AS (
  INSERT INTO engagement AS e (account_id, mode, broadcast_id, address, ${ENGAGEMENTS.map(columnOf).join(", ")}, month)
  SELECT account_id, mode, b.id, address, ${ENGAGEMENTS.map(lastOf).join(", ")}, date_trunc('month', max(told_at) AT TIME ZONE 'UTC')
  FROM facts CROSS JOIN LATERAL unnest(CASE WHEN broadcast = '' THEN ARRAY[''] ELSE ARRAY['', broadcast] END) AS b(id)
  WHERE ${isCounted(ENGAGEMENTS)} GROUP BY 1, 2, 3, 4
  ON CONFLICT (account_id, mode, broadcast_id, address) DO UPDATE SET
    ${[...ENGAGEMENTS.map(columnOf), "month"].map((column) => `${column} = GREATEST(e.${column}, EXCLUDED.${column})`).join(", ")}
)`;

function lastOf(engagement: Engagement): string {
  return `max(told_at) FILTER (WHERE ${isCounted([engagement])})`;
}

function isCounted(engagements: readonly Engagement[]): string {
  const measures = engagements.flatMap((engagement) => MEASURES_OF[engagement]);
  return `measure IN (${measures.map((measure) => `'${measure}'`).join(", ")})`;
}

/** Deletes up to `limit` rows that nothing was added to since the month before which this is; returns how many. */
export async function forgetEngagement(data: Data, before: Date, limit: number): Promise<number> {
  const { rowCount } = await plain(data).query(FORGET({ before, limit }));
  return rowCount ?? 0;
}

/** Of an account's address, lower-case, after it was erased in its recipients: what was being rolled up is waited for. */
export async function forgetAddress(data: Data, accountId: string, address: string): Promise<void> {
  await transaction(data, async (client) => {
    await client.query(composed(() => "LOCK TABLE engagement IN SHARE ROW EXCLUSIVE MODE"));
    await client.query(FORGET_ADDRESS({ accountId, address }));
  });
}

const FORGET = unpreparedStatement(
  { before: timestamptz, limit: bigint },
  (p) => `
DELETE FROM engagement WHERE (account_id, mode, broadcast_id, address) IN (
  SELECT account_id, mode, broadcast_id, address FROM engagement
  WHERE month < date_trunc('month', ${p.before} AT TIME ZONE 'UTC')::date LIMIT ${p.limit}
)`,
);

// One look into the key for each broadcast, also for those that are gone.
const FORGET_ADDRESS = unpreparedStatement(
  { accountId: text, address: text },
  (p) => `
WITH RECURSIVE told AS (
  (SELECT mode, broadcast_id FROM engagement WHERE account_id = ${p.accountId} ORDER BY mode, broadcast_id LIMIT 1)
  UNION ALL
  SELECT next.mode, next.broadcast_id FROM told t CROSS JOIN LATERAL (
    SELECT e.mode, e.broadcast_id FROM engagement e
    WHERE e.account_id = ${p.accountId} AND (e.mode, e.broadcast_id) > (t.mode, t.broadcast_id) ORDER BY e.mode, e.broadcast_id LIMIT 1
  ) next
)
DELETE FROM engagement e USING told t
WHERE e.account_id = ${p.accountId} AND e.mode = t.mode AND e.broadcast_id = t.broadcast_id AND e.address = ${p.address}`,
);
