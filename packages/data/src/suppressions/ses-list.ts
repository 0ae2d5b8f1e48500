import type { Route } from "@sendex/core/accepting/message";
import { bigint, boolean, rows, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import { type Transaction, plainOr } from "../database/transaction";

/** An address of the SES account's list, lower-case. */
export interface SesSuppressionName {
  address: string;
  reason: "bounce" | "complaint";
}

/** The columns of rows that are named so. */
export const SES_SUPPRESSION_NAME = {
  address: text((row: SesSuppressionName) => row.address),
  reason: text((row: SesSuppressionName) => row.reason),
};

/** Each address once, with what was said of it last; in one order for everybody who locks several. */
export function inOrder(names: SesSuppressionName[]): SesSuppressionName[] {
  return [...new Map(names.map((name) => [name.address, name])).values()].sort(byAddress);
}

function byAddress(a: SesSuppressionName, b: SesSuppressionName): number {
  return a.address < b.address ? -1 : 1;
}

/** What an account asks SES's list to forget. */
export interface SesRemoval extends SesSuppressionName {
  accountId: string;
  reported: boolean;
}

/** What we still have to tell SES about an address. */
export interface SesTell extends SesSuppressionName {
  state: "adding" | "removing";
  /** Failed tries so far. */
  tries: number;
}

/** Asks that SES put addresses on its list, from `dueAt` on; it has most of them by then, by itself. */
export async function askAddition(
  client: Transaction,
  route: Route,
  names: SesSuppressionName[],
  dueAt: Date,
): Promise<void> {
  if (names.length === 0) return;
  await client.query(ASK_ADDITION({ x: inOrder(names), route, dueAt }));
}

/**
 * Asks SES to remove addresses from its list, where it has them or its report put them on ours (`reported`), and no
 * other account has a report of the same. Returns those that will be removed.
 */
export async function askRemoval(
  where: Data | Transaction,
  route: Route,
  names: SesRemoval[],
  now: Date,
): Promise<string[]> {
  if (names.length === 0) return [];
  const { rows } = await plainOr(where).query<{ address: string }>(
    ASK_REMOVAL({ x: [...names].sort(byAddress), route, now }),
  );
  return rows.map(({ address }) => address);
}

/** What SES is to be told by now, the longest due first; removals, which a caller waits for, before the rest. */
export async function dueTells(data: Data, route: Route, now: Date, limit: number): Promise<SesTell[]> {
  const { rows } = await plain(data).query<SesTell>(DUE_TELLS({ route, now, limit }));
  return rows;
}

/** SES has it; a wish that was changed meanwhile stays one. */
export async function addedToSes(
  data: Data,
  route: Route,
  { address, reason }: SesSuppressionName,
  now: Date,
): Promise<void> {
  await plain(data).query(ADDED({ route, address, reason, now }));
}

/** SES has it no longer; neither have the lists that had it from there. */
export async function removedFromSes(data: Data, route: Route, address: string, now: Date): Promise<void> {
  await plain(data).query(DELETE_TAKEN_OVER({ address }));
  await plain(data).query(REMOVED({ route, address, now }));
}

/** SES could not be told; we try again at `dueAt`. */
export async function postponeTell(data: Data, route: Route, address: string, dueAt: Date): Promise<void> {
  await plain(data).query(POSTPONE({ route, address, dueAt }));
}

const ASK_ADDITION = statement(
  "ask-ses-addition",
  { x: rows<SesSuppressionName>(SES_SUPPRESSION_NAME), route: text, dueAt: timestamptz },
  ({ x, route, dueAt }) => `
INSERT INTO ses_suppressions AS g (route, address, reason, state, due_at)
SELECT ${route}, x.address, x.reason, 'adding', ${dueAt} FROM ${x}
ON CONFLICT (route, address) DO UPDATE SET state = 'adding', reason = EXCLUDED.reason, asked_at = NULL, due_at = EXCLUDED.due_at, tries = 0
  WHERE g.state IN ('removing', 'removed')`,
);

const ASK_REMOVAL = statement(
  "ask-ses-removal",
  {
    x: rows<SesRemoval>({
      account_id: text(({ accountId }) => accountId),
      ...SES_SUPPRESSION_NAME,
      reported: boolean(({ reported }) => reported),
    }),
    route: text,
    now: timestamptz,
  },
  ({ x, route, now }) => `
INSERT INTO ses_suppressions AS g (route, address, reason, state, asked_at, due_at)
SELECT ${route}, x.address, x.reason, 'removing', ${now}, ${now} FROM ${x}
WHERE NOT EXISTS (SELECT 1 FROM suppressions s WHERE s.address = x.address AND s.origin = 'ses' AND s.account_id <> x.account_id)
  AND (x.reported OR EXISTS (SELECT 1 FROM ses_suppressions l WHERE l.route = ${route} AND l.address = x.address AND l.state <> 'removed'))
ON CONFLICT (route, address) DO UPDATE SET state = 'removing', asked_at = EXCLUDED.asked_at, due_at = EXCLUDED.due_at, tries = 0
RETURNING g.address`,
);

const DUE_TELLS = unpreparedStatement(
  { route: text, now: timestamptz, limit: bigint },
  (p) => `
SELECT address, reason, state, tries FROM ses_suppressions
WHERE route = ${p.route} AND due_at <= ${p.now} AND state IN ('adding', 'removing') ORDER BY state DESC, due_at LIMIT ${p.limit}`,
);

const ADDED = unpreparedStatement(
  { route: text, address: text, reason: text, now: timestamptz },
  (p) => `
UPDATE ses_suppressions SET state = 'listed', reason = ${p.reason}, seen_at = ${p.now}, due_at = NULL, tries = 0
WHERE route = ${p.route} AND address = ${p.address} AND state = 'adding'`,
);

const DELETE_TAKEN_OVER = unpreparedStatement(
  { address: text },
  (p) => `DELETE FROM suppressions WHERE address = ${p.address} AND origin = 'ses_list'`,
);

const REMOVED = unpreparedStatement(
  { route: text, address: text, now: timestamptz },
  (p) => `
UPDATE ses_suppressions SET state = 'removed', asked_at = ${p.now}, due_at = NULL, tries = 0
WHERE route = ${p.route} AND address = ${p.address} AND state = 'removing'`,
);

const POSTPONE = unpreparedStatement(
  { route: text, address: text, dueAt: timestamptz },
  (p) => `
UPDATE ses_suppressions SET due_at = ${p.dueAt}, tries = LEAST(tries + 1, 100)
WHERE route = ${p.route} AND address = ${p.address} AND due_at IS NOT NULL`,
);
