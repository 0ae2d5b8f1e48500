import type { Route } from "@sendex/core/accepting/message";
import { inOrder, SES_SUPPRESSION_NAME, type SesSuppressionName } from "./ses-list";
import { rows, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";

/** How far the SES account's list has been read. */
export interface SesListRead {
  route: Route;
  /** Of the whole list, not of its changes. */
  whole: boolean;
  /** Changes from then on. */
  since: Date | null;
  startedAt: Date;
  /** Where SES's next page begins; "": at the beginning; null: this reading is over. */
  cursor: string | null;
  /** When to go on. */
  dueAt: Date;
  /** When the last complete reading of the whole list began. */
  wholeAt: Date | null;
}

export async function findSesListRead(data: Data, route: Route): Promise<SesListRead | undefined> {
  const row = await prisma(data).sesListRead.findUnique({ where: { route } });
  return row ? { ...row, route } : undefined;
}

export async function saveSesListRead(data: Data, read: SesListRead): Promise<void> {
  const { route, ...rest } = read;
  await prisma(data).sesListRead.upsert({ where: { route }, create: read, update: rest });
}

/**
 * Records a page of SES's list, lower-case. What is to be removed there stays so; what was removed after
 * `settledBefore` too, since a page may still show it.
 */
export async function recordListed(
  data: Data,
  route: Route,
  entries: SesSuppressionName[],
  times: { startedAt: Date; settledBefore: Date },
): Promise<void> {
  if (entries.length === 0) return;
  await plain(data).query(RECORD_LISTED({ x: inOrder(entries), route, ...times }));
}

/**
 * Forgets what a complete reading that began then did not find, with the entries of accounts that came from there,
 * and what was removed before `settledBefore`. Returns how many addresses SES had let go.
 */
export async function forgetUnlisted(
  data: Data,
  route: Route,
  times: { startedAt: Date; settledBefore: Date },
): Promise<number> {
  const { rows } = await plain(data).query<{ count: number }>(
    FORGET_UNLISTED({ route, startedAt: times.startedAt, settledBefore: times.settledBefore }),
  );
  return rows[0]?.count ?? 0;
}

const RECORD_LISTED = unpreparedStatement(
  {
    x: rows<SesSuppressionName>(SES_SUPPRESSION_NAME),
    route: text,
    startedAt: timestamptz,
    settledBefore: timestamptz,
  },
  ({ x, route, startedAt, settledBefore }) => `
INSERT INTO ses_suppressions AS g (route, address, reason, state, seen_at)
SELECT ${route}, x.address, x.reason, 'listed', ${startedAt} FROM ${x}
ON CONFLICT (route, address) DO UPDATE SET seen_at = EXCLUDED.seen_at, reason = EXCLUDED.reason, state = 'listed', due_at = NULL, tries = 0
  WHERE g.state IN ('listed', 'adding') OR g.state = 'removed' AND g.asked_at < ${settledBefore}`,
);

const FORGET_UNLISTED = unpreparedStatement(
  { route: text, startedAt: timestamptz, settledBefore: timestamptz },
  (p) => `
WITH gone AS (
  DELETE FROM ses_suppressions
  WHERE route = ${p.route} AND (state = 'listed' AND (seen_at IS NULL OR seen_at < ${p.startedAt}) OR state = 'removed' AND asked_at < ${p.settledBefore})
  RETURNING address, state
), taken_over AS (
  DELETE FROM suppressions s USING gone WHERE gone.state = 'listed' AND s.address = gone.address AND s.origin = 'ses_list'
)
SELECT count(*)::int AS count FROM gone WHERE state = 'listed'`,
);
