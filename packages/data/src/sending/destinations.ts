import type { Pool } from "pg";
import type { Route } from "@sendex/core/accepting/message";
import type { Turn } from "./claim";

export interface Destination {
  address: string;
  route: Route;
}

/** Where each turn's mail would go; undefined for one that is over. */
export async function findDestinations(pool: Pool, turns: Turn[]): Promise<(Destination | undefined)[]> {
  const { rows } = await pool.query<Destination & { i: number }>({
    name: "find-destinations",
    text: FIND_DESTINATIONS,
    values: [
      turns.map(({ accountId }) => accountId),
      turns.map(({ messageId }) => messageId),
      turns.map(({ n }) => n),
      turns.map(({ due }) => new Date(due)),
    ],
  });
  const found = new Map(rows.map(({ i, address, route }) => [i, { address, route }]));
  return turns.map((_, i) => found.get(i + 1));
}

const FIND_DESTINATIONS = `
SELECT x.i::int AS i, r.address, r.route
FROM unnest($1::text[], $2::text[], $3::smallint[], $4::timestamptz[]) WITH ORDINALITY AS x(account_id, message_id, n, due_at, i)
JOIN recipients r USING (account_id, message_id, n, due_at)
WHERE (r.status IN ('queued', 'scheduled')) IS TRUE`;
