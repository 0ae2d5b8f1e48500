import type { PoolClient } from "pg";
import type { Route } from "@sendex/core/accepting/message";
import type { Data } from "../database/open";

/** An address of the SES account's list, lower-case. */
export interface SesSuppressionName {
  address: string;
  reason: "bounce" | "complaint";
}

/** What SES is still to be told about an address. */
export interface SesTell extends SesSuppressionName {
  state: "adding" | "removing";
  /** Failed tries so far. */
  tries: number;
}

/** Asks that SES put addresses on its list, from `dueAt` on; it has most of them by then, by itself. */
export async function askAddition(
  client: PoolClient,
  route: Route,
  names: SesSuppressionName[],
  dueAt: Date,
): Promise<void> {
  if (names.length === 0) return;
  const reasons = new Map(names.map(({ address, reason }) => [address, reason]));
  const addresses = [...reasons.keys()].sort();
  await client.query({
    name: "ask-ses-addition",
    text: ASK_ADDITION,
    values: [route, addresses, addresses.map((address) => reasons.get(address)), dueAt],
  });
}

/**
 * Asks that SES take addresses off its list, as far as it has them or what it said put them on ours (`reported`), and
 * no other account heard the like. Returns those that will go.
 */
export async function askRemoval(
  client: Pick<PoolClient, "query">,
  route: Route,
  names: (SesSuppressionName & { accountId: string; reported: boolean })[],
  now: Date,
): Promise<string[]> {
  if (names.length === 0) return [];
  const sorted = [...names].sort((a, b) => (a.address < b.address ? -1 : 1));
  const { rows } = await client.query<{ address: string }>({
    name: "ask-ses-removal",
    text: ASK_REMOVAL,
    values: [
      route,
      sorted.map(({ accountId }) => accountId),
      sorted.map(({ address }) => address),
      sorted.map(({ reason }) => reason),
      sorted.map(({ reported }) => reported),
      now,
    ],
  });
  return rows.map(({ address }) => address);
}

/** What SES is to be told by now, the longest due first; removals, which somebody waits for, before the rest. */
export async function dueTells(data: Data, route: Route, now: Date, limit: number): Promise<SesTell[]> {
  const { rows } = await data.pool.query<SesTell>(
    `SELECT address, reason, state, tries FROM ses_suppressions
     WHERE route = $1 AND due_at <= $2 AND state IN ('adding', 'removing') ORDER BY state DESC, due_at LIMIT $3`,
    [route, now, limit],
  );
  return rows;
}

/** SES has it; a wish that was changed meanwhile stays one. */
export async function addedToSes(
  data: Data,
  route: Route,
  { address, reason }: SesSuppressionName,
  now: Date,
): Promise<void> {
  await data.pool.query(
    `UPDATE ses_suppressions SET state = 'listed', reason = $3, seen_at = $4, due_at = NULL, tries = 0
     WHERE route = $1 AND address = $2 AND state = 'adding'`,
    [route, address, reason, now],
  );
}

/** SES has it no longer, and so have the lists that had it from there. */
export async function removedFromSes(data: Data, route: Route, address: string, now: Date): Promise<void> {
  await data.pool.query("DELETE FROM suppressions WHERE address = $1 AND origin = 'ses_list'", [address]);
  await data.pool.query(
    `UPDATE ses_suppressions SET state = 'removed', asked_at = $3, due_at = NULL, tries = 0
     WHERE route = $1 AND address = $2 AND state = 'removing'`,
    [route, address, now],
  );
}

/** SES could not be told; it is again at `dueAt`. */
export async function postponeTell(data: Data, route: Route, address: string, dueAt: Date): Promise<void> {
  await data.pool.query(
    "UPDATE ses_suppressions SET due_at = $3, tries = LEAST(tries + 1, 100) WHERE route = $1 AND address = $2 AND due_at IS NOT NULL",
    [route, address, dueAt],
  );
}

const ASK_ADDITION = `
INSERT INTO ses_suppressions AS g (route, address, reason, state, due_at)
SELECT $1, x.address, x.reason, 'adding', $4 FROM unnest($2::text[], $3::text[]) AS x(address, reason)
ON CONFLICT (route, address) DO UPDATE SET state = 'adding', reason = EXCLUDED.reason, asked_at = NULL, due_at = EXCLUDED.due_at, tries = 0
  WHERE g.state IN ('removing', 'removed')`;

const ASK_REMOVAL = `
INSERT INTO ses_suppressions AS g (route, address, reason, state, asked_at, due_at)
SELECT $1, x.address, x.reason, 'removing', $6, $6
FROM unnest($2::text[], $3::text[], $4::text[], $5::boolean[]) AS x(account_id, address, reason, reported)
WHERE NOT EXISTS (SELECT 1 FROM suppressions s WHERE s.address = x.address AND s.origin = 'ses' AND s.account_id <> x.account_id)
  AND (x.reported OR EXISTS (SELECT 1 FROM ses_suppressions l WHERE l.route = $1 AND l.address = x.address AND l.state <> 'removed'))
ON CONFLICT (route, address) DO UPDATE SET state = 'removing', asked_at = EXCLUDED.asked_at, due_at = EXCLUDED.due_at, tries = 0
RETURNING g.address`;
