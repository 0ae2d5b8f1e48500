import type { Route } from "@sendex/core/accepting/message";
import { numberedRows } from "../database/parameters";
import { statement } from "../database/statement";
import { CLAIM_REQUEST, type ClaimRequest } from "./recipient-key";
import type { Data } from "../database/open";
import { keyed } from "../database/pools";

export interface Destination {
  address: string;
  route: Route;
}

/** Where each one's mail would go; undefined for one that is over. */
export async function findDestinations(
  data: Data,
  asked: ClaimRequest[],
): Promise<(Destination | undefined)[]> {
  const { rows } = await keyed(data).query<Destination & { i: number }>(FIND_DESTINATIONS({ asked }));
  const found = new Map(rows.map(({ i, address, route }) => [i, { address, route }]));
  return asked.map((_, i) => found.get(i + 1));
}

const FIND_DESTINATIONS = statement(
  "find-destinations",
  { asked: numberedRows<ClaimRequest>(CLAIM_REQUEST) },
  ({ asked }) => `
SELECT asked.i::int AS i, r.address, r.route
FROM ${asked} JOIN recipients r USING (account_id, message_id, n, due_at)
WHERE (r.status IN ('queued', 'scheduled')) IS TRUE`,
);
