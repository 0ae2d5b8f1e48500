import { bigint, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/**
 * Of the accounts after `after`, the next that are to be looked at, in the order of their ids: those with live mail
 * accepted or hurt since, with an open alert, with an endpoint that fails, or with a key's network that was not judged.
 */
export async function watchedAccounts(
  data: Data,
  asked: { since: Date; after: string; limit: number },
): Promise<string[]> {
  const { rows } = await plain(data).query<{ account_id: string }>(WATCHED(asked));
  return rows.map(({ account_id }) => account_id);
}

const WATCHED = unpreparedStatement(
  { since: timestamptz, after: text, limit: bigint },
  ({ since, after, limit }) => {
    const next = (from: string, where: string): string =>
      `(SELECT DISTINCT account_id FROM ${from} WHERE ${where} AND account_id > ${after} ORDER BY account_id LIMIT ${limit})`;
    const parts = [
      next("statistics", `event = 'accepted' AND mode = 'live' AND hour >= ${since}`),
      next("statistics", `event = 'hurt' AND mode = 'live' AND hour >= ${since}`),
      next("alerts", "closed_at IS NULL"),
      next("webhooks", "failing_since IS NOT NULL AND mode = 'live'"),
      next("key_networks", "judged_at IS NULL"),
    ];
    return `
SELECT w.account_id FROM (${parts.join(" UNION ")}) w JOIN accounts a ON a.id = w.account_id AND a.erasing_since IS NULL
ORDER BY w.account_id LIMIT ${limit}`;
  },
);
