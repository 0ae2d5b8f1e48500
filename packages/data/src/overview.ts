import { COUNTED, type Bucket, type Counted, type Span } from "@sendex/core/overview";
import type { Mode } from "@sendex/core/accepting/message";
import type { Data } from "./database/open";
import { arrayOf, bigint, mode as modeType, text, timestamptz } from "./database/parameters";
import { unpreparedStatement } from "./database/statement";
import { plain, prisma } from "./database/pools";

/** An account's mail of one mode. */
export interface World {
  accountId: string;
  mode: Mode;
}

/** What was counted in a span, by interval and event. */
export async function readBuckets(data: Data, { accountId, mode }: World, span: Span): Promise<Bucket[]> {
  const { from, to, interval } = span;
  const { rows } = await plain(data).query<{ at: Date; event: Counted; count: string }>(
    BUCKETS({ accountId, mode, from, to, unit: interval, events: COUNTED }),
  );
  return rows.map(({ at, event, count }) => ({ at, event, count: Number(count) }));
}

/** Whether anything of this mode was ever accepted, by the counters. */
export async function hasAccepted(data: Data, { accountId, mode }: World): Promise<boolean> {
  const { rowCount } = await plain(data).query(ANY_ACCEPTED({ accountId, mode }));
  return rowCount === 1;
}

/** Recipients that are held of an account, counted up to `most`. */
export async function countHeldOf(data: Data, accountId: string, most: number): Promise<number> {
  const { rows } = await plain(data).query<{ held: number }>(HELD_OF({ accountId, most }));
  return rows[0]?.held ?? 0;
}

/** A domain that mail cannot be sent from yet, or any more. */
export interface OpenDomain {
  id: string;
  name: string;
  status: "pending" | "verified" | "failed";
  createdAt: Date;
}

/** Those of an account that are not verified, the oldest `limit`; `names`: of these alone. */
export async function unverifiedDomains(
  data: Data,
  accountId: string,
  { names, limit }: { names?: string[]; limit: number },
): Promise<OpenDomain[]> {
  return prisma(data).domain.findMany({
    where: { accountId, status: { not: "verified" }, ...(names && { name: { in: names } }) },
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true, name: true, status: true, createdAt: true },
  });
}

export async function hasDomain(data: Data, accountId: string): Promise<boolean> {
  return (await prisma(data).domain.findFirst({ where: { accountId }, select: { id: true } })) !== null;
}

/** An endpoint that is told nothing, or takes nothing. */
export interface AilingWebhook {
  id: string;
  endpoint: string;
  status: "enabled" | "disabled";
  disabledReason: string | null;
  disabledAt: Date | null;
  failingSince: Date | null;
}

/** Endpoints of this mode that are disabled, or have only failed since a time; the oldest `limit`. */
export async function ailingWebhooks(
  data: Data,
  { accountId, mode }: World,
  limit: number,
): Promise<AilingWebhook[]> {
  return prisma(data).webhook.findMany({
    where: { accountId, mode, OR: [{ status: "disabled" }, { failingSince: { not: null } }] },
    orderBy: { id: "asc" },
    take: limit,
    select: {
      id: true,
      endpoint: true,
      status: true,
      disabledReason: true,
      disabledAt: true,
      failingSince: true,
    },
  });
}

// Planned for its values: how many hours it reads decides how.
const BUCKETS = unpreparedStatement(
  {
    accountId: text,
    mode: modeType,
    from: timestamptz,
    to: timestamptz,
    unit: text,
    events: arrayOf(text),
  },
  (p) => `
SELECT date_trunc(${p.unit}, hour, 'UTC') AS at, event, sum(count) AS count FROM (
  SELECT hour, event, count FROM statistics
  WHERE account_id = ${p.accountId} AND hour >= ${p.from} AND hour < ${p.to} AND mode = ${p.mode} AND event = ANY (${p.events})
  UNION ALL
  SELECT hour, event, count FROM statistic_deltas
  WHERE account_id = ${p.accountId} AND hour >= ${p.from} AND hour < ${p.to} AND mode = ${p.mode} AND event = ANY (${p.events})
) facts GROUP BY 1, 2`,
);

const ANY_ACCEPTED = unpreparedStatement(
  { accountId: text, mode: modeType },
  (p) => `
(SELECT FROM statistics WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND event = 'accepted' LIMIT 1)
UNION ALL
(SELECT FROM statistic_deltas WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND event = 'accepted' LIMIT 1)
LIMIT 1`,
);

const HELD_OF = unpreparedStatement(
  { accountId: text, most: bigint },
  (p) => `
SELECT count(*)::int AS held FROM (
  SELECT FROM recipients WHERE account_id = ${p.accountId} AND status = 'held' LIMIT ${p.most}
) held`,
);
