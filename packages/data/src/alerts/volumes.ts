import { arrayOf, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** Recipients that an account had accepted, of live mail. */
export interface Volume {
  accountId: string;
  /** In the last hour. */
  latest: number;
  /** The most in any of the hours that it is compared with. */
  usual: number;
}

/** Of these accounts, those that had any. `from`: the beginning of the last hour's cells; `hours`: compared with. */
export async function readVolumes(
  data: Data,
  accountIds: readonly string[],
  { from, hours }: { from: Date; hours: readonly Date[] },
): Promise<Volume[]> {
  const { rows } = await plain(data).query<{ account_id: string; latest: string; usual: string }>(
    VOLUMES({ accountIds, from, hours }),
  );
  return rows.map((row) => ({
    accountId: row.account_id,
    latest: Number(row.latest),
    usual: Number(row.usual),
  }));
}

/** By account, each of the hours from `from` to before `to` that had any. */
export async function readHours(
  data: Data,
  accountIds: readonly string[],
  { from, to }: { from: Date; to: Date },
): Promise<Map<string, { at: Date; accepted: number }[]>> {
  const found = new Map<string, { at: Date; accepted: number }[]>();
  if (accountIds.length === 0) return found;
  const { rows } = await plain(data).query<{ account_id: string; at: Date; accepted: string }>(
    HOURS({ accountIds, from, to }),
  );
  for (const { account_id, at, accepted } of rows) {
    const hours = found.get(account_id) ?? [];
    hours.push({ at, accepted: Number(accepted) });
    found.set(account_id, hours);
  }
  return found;
}

/** Cells of all live mail. */
const ALL = "mode = 'live' AND dimension = 'all'";

const VOLUMES = unpreparedStatement(
  { accountIds: arrayOf(text), from: timestamptz, hours: arrayOf(timestamptz) },
  (p) => `
SELECT account_id, COALESCE(sum(accepted) FILTER (WHERE minutes = 15), 0) AS latest, COALESCE(max(accepted) FILTER (WHERE minutes = 60), 0) AS usual
FROM (
  SELECT account_id, minutes, at, sum(accepted) AS accepted FROM metrics
  WHERE account_id = ANY (${p.accountIds}) AND ${ALL} AND minutes = 15 AND at >= ${p.from} GROUP BY 1, 2, 3
  UNION ALL
  SELECT account_id, minutes, at, sum(accepted) FROM metrics
  WHERE account_id = ANY (${p.accountIds}) AND ${ALL} AND minutes = 60 AND at = ANY (${p.hours}) GROUP BY 1, 2, 3
) cells GROUP BY 1`,
);

const HOURS = unpreparedStatement(
  { accountIds: arrayOf(text), from: timestamptz, to: timestamptz },
  (p) => `
SELECT account_id, at, sum(accepted) AS accepted FROM metrics
WHERE account_id = ANY (${p.accountIds}) AND ${ALL} AND minutes = 60 AND at >= ${p.from} AND at < ${p.to}
GROUP BY 1, 2 HAVING sum(accepted) > 0`,
);
