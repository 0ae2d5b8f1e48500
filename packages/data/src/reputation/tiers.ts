import { int, rows, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import { tell, type Consequences } from "./standing";
import type { DeliveryKey } from "../webhooks/record-events";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";
import { keyedTransaction } from "../database/transaction";

/** An account whose tier is to be looked at. */
export interface TierCandidate {
  id: string;
  tier: string;
  createdAt: Date;
}

/** Accounts of the first tier that this night's check has not come to. */
export async function tiersDueTonight(data: Data, today: Date, limit: number): Promise<TierCandidate[]> {
  return prisma(data).account.findMany({
    where: {
      tier: "new",
      standing: "active",
      OR: [{ tierCheckedOn: null }, { tierCheckedOn: { lt: today } }],
    },
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true, tier: true, createdAt: true },
  });
}

/** Accounts of the first tier that have had live mail accepted today, and were not looked at since. */
export async function tiersDueBySending(data: Data, today: Date, limit: number): Promise<TierCandidate[]> {
  const { rows } = await plain(data).query<{ id: string; tier: string; created_at: Date }>({
    name: "tiers-due-by-sending",
    text: DUE_BY_SENDING,
    values: [today, limit, dayOf(today)],
  });
  return rows.map((row) => ({ id: row.id, tier: row.tier, createdAt: row.created_at }));
}

export async function noteTierChecks(
  data: Data,
  ids: string[],
  today: Date,
  why: "tierCheckedOn" | "sendingCheckedOn",
): Promise<void> {
  await prisma(data).account.updateMany({ where: { id: { in: ids } }, data: { [why]: today } });
}

/** Gives an account another tier, or a guideline of its own. → the deliveries to enqueue; undefined where nothing was to be changed. */
export async function changeTier(
  data: Data,
  change: { accountId: string; from: string; to: string; guideline?: number | null },
  told: Consequences,
  now: Date,
): Promise<DeliveryKey[] | undefined> {
  const { accountId, from, to, guideline } = change;
  return keyedTransaction(data, async (client) => {
    const { rowCount } = await client.query(
      "UPDATE accounts SET tier = $3, guideline = CASE WHEN $4 THEN $5::int ELSE guideline END WHERE id = $1 AND tier = $2",
      [accountId, from, to, guideline !== undefined, guideline ?? null],
    );
    if (rowCount !== 1) return undefined;
    return tell(client, told, now);
  });
}

/** An account that has gone over its guideline today. */
export interface Crossing {
  accountId: string;
  accepted: number;
  guideline: number;
}

interface TierGuideline {
  tier: string;
  guideline: number;
}

/** Notes the accounts that are over their guideline today and were not noted yet, and names them. */
export async function noteCrossings(
  data: Data,
  today: Date,
  { tiers, fallback }: { tiers: TierGuideline[]; fallback: number },
): Promise<Crossing[]> {
  const { rows } = await plain(data).query<{ id: string; accepted: string; guideline: number }>(
    NOTE_CROSSINGS({ g: tiers, fallback, today, day: dayOf(today) }),
  );
  return rows.map((row) => ({ accountId: row.id, accepted: Number(row.accepted), guideline: row.guideline }));
}

/** As a date column has it, whatever the server's time zone is. */
function dayOf(today: Date): string {
  return today.toISOString().slice(0, 10);
}

const DUE_BY_SENDING = `
SELECT a.id, a.tier, a.created_at FROM (
  SELECT DISTINCT account_id FROM statistics WHERE event = 'accepted' AND mode = 'live' AND hour >= $1
) s JOIN accounts a ON a.id = s.account_id
WHERE a.tier = 'new' AND a.standing = 'active' AND (a.sending_checked_on IS NULL OR a.sending_checked_on < $3::date)
ORDER BY a.id LIMIT $2`;

const NOTE_CROSSINGS = statement(
  "note-crossings",
  {
    g: rows<TierGuideline>({
      tier: text(({ tier }) => tier),
      guideline: int(({ guideline }) => guideline),
    }),
    fallback: int,
    today: timestamptz,
    day: text,
  },
  ({ g, fallback, today, day }) => `
WITH today AS (
  SELECT account_id, sum(count) AS accepted FROM statistics WHERE event = 'accepted' AND mode = 'live' AND hour >= ${today} GROUP BY 1
)
UPDATE accounts a SET crossed_on = ${day}::text::date
FROM today t, LATERAL (
  SELECT COALESCE(b.guideline, (SELECT g.guideline FROM ${g} WHERE g.tier = b.tier), ${fallback}) AS guideline
  FROM accounts b WHERE b.id = t.account_id
) g
WHERE a.id = t.account_id AND t.accepted > g.guideline AND (a.crossed_on IS NULL OR a.crossed_on < ${day}::text::date)
RETURNING a.id, t.accepted, g.guideline`,
);
