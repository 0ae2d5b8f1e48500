import { ACTIVE, inGoodStanding } from "../access/conditions";
import { tell, type Consequences } from "./standing";
import type { DeliveryKey } from "../webhooks/record-events";
import { bigint, boolean, int, rows, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
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
      ...ACTIVE,
      OR: [{ tierCheckedOn: null }, { tierCheckedOn: { lt: today } }],
    },
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true, tier: true, createdAt: true },
  });
}

/** Accounts of the first tier that have had live mail accepted today, and were not looked at since. */
export async function tiersDueBySending(data: Data, today: Date, limit: number): Promise<TierCandidate[]> {
  const { rows } = await plain(data).query<{ id: string; tier: string; created_at: Date }>(
    DUE_BY_SENDING({ today, limit, day: dayOf(today) }),
  );
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
      CHANGE_TIER({
        accountId,
        from,
        to,
        setGuideline: guideline !== undefined,
        guideline: guideline ?? null,
      }),
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

const DUE_BY_SENDING = statement(
  "tiers-due-by-sending",
  { today: timestamptz, limit: bigint, day: text },
  (p) => `
SELECT a.id, a.tier, a.created_at FROM (
  SELECT DISTINCT account_id FROM statistics WHERE event = 'accepted' AND mode = 'live' AND hour >= ${p.today}
) s JOIN accounts a ON a.id = s.account_id
WHERE a.tier = 'new' AND ${inGoodStanding("a")} AND (a.sending_checked_on IS NULL OR a.sending_checked_on < ${p.day}::text::date)
ORDER BY a.id LIMIT ${p.limit}`,
);

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

const CHANGE_TIER = unpreparedStatement(
  { accountId: text, from: text, to: text, setGuideline: boolean, guideline: int.orNull },
  (p) => `
UPDATE accounts SET tier = ${p.to}, guideline = CASE WHEN ${p.setGuideline} THEN ${p.guideline}::int ELSE guideline END
WHERE id = ${p.accountId} AND tier = ${p.from}`,
);
