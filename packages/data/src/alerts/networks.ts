import { MAX_NETWORKS } from "@sendex/core/alerts/network";
import { isInForce } from "../access/conditions";
import { arrayOf, bigint, rows, text, timestamptz } from "../database/parameters";
import { unpreparedStatement, statement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";

/** A key that was used, and from where. */
export interface NetworkUse {
  accountId: string;
  keyId: string;
  network: string;
  at: Date;
}

/** Notes where live keys were used for the first time; of each key up to a bound, after which nothing is noted. */
export async function noteNetworks(data: Data, uses: readonly NetworkUse[]): Promise<void> {
  if (uses.length > 0) await plain(data).query(NOTE({ x: uses }));
}

/** Of one look; the next one has those that are left. */
const MOST_FRESH = 1_000;

/** A network that was not judged, with what it is judged by. */
export interface FreshNetwork {
  accountId: string;
  keyId: string;
  keyName: string;
  revoked: boolean;
  network: string;
  firstSeenAt: Date;
  keyCreatedAt: Date;
  keySeenAt: Date;
  before: number;
}

/** Of these accounts, in the order in which they came: a bounded number. */
export async function freshNetworks(data: Data, accountIds: readonly string[]): Promise<FreshNetwork[]> {
  const { rows: found } = await plain(data).query<FreshRow>(FRESH({ accountIds, limit: MOST_FRESH }));
  return found.map((row) => ({
    accountId: row.account_id,
    keyId: row.key_id,
    keyName: row.name,
    revoked: row.revoked,
    network: row.network,
    firstSeenAt: row.first_seen_at,
    keyCreatedAt: row.created_at,
    keySeenAt: row.key_seen_at,
    before: Number(row.before),
  }));
}

/** None of these is fresh any more. */
export async function judgedNetworks(
  data: Data,
  networks: readonly Pick<FreshNetwork, "accountId" | "keyId" | "network">[],
  now: Date,
): Promise<void> {
  if (networks.length > 0) await plain(data).query(JUDGED({ x: networks, now }));
}

/** Of these keys, those that are in force. */
export async function keysInForce(data: Data, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const found = await prisma(data).apiKey.findMany({
    where: { id: { in: [...ids] }, revokedAt: null },
    select: { id: true },
  });
  return new Set(found.map(({ id }) => id));
}

interface FreshRow {
  account_id: string;
  key_id: string;
  name: string;
  revoked: boolean;
  network: string;
  first_seen_at: Date;
  created_at: Date;
  key_seen_at: Date;
  before: string;
}

const NOTE = statement(
  "note-networks",
  {
    x: rows<NetworkUse>({
      account_id: text(({ accountId }) => accountId),
      key_id: text(({ keyId }) => keyId),
      network: text(({ network }) => network),
      at: timestamptz(({ at }) => at),
    }),
  },
  ({ x }) => `
INSERT INTO key_networks (account_id, key_id, network, first_seen_at)
SELECT account_id, key_id, network, min(at) FROM ${x}
WHERE (SELECT count(*) FROM key_networks k WHERE k.account_id = x.account_id AND k.key_id = x.key_id) < ${MAX_NETWORKS}
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
ON CONFLICT DO NOTHING`,
);

const JUDGED = unpreparedStatement(
  {
    x: rows<Pick<FreshNetwork, "accountId" | "keyId" | "network">>({
      account_id: text(({ accountId }) => accountId),
      key_id: text(({ keyId }) => keyId),
      network: text(({ network }) => network),
    }),
    now: timestamptz,
  },
  ({ x, now }) => `
UPDATE key_networks n SET judged_at = ${now} FROM ${x}
WHERE n.account_id = x.account_id AND n.key_id = x.key_id AND n.network = x.network`,
);

const FRESH = unpreparedStatement(
  { accountIds: arrayOf(text), limit: bigint },
  (p) => `
SELECT n.account_id, n.key_id, k.name, NOT (${isInForce("k")}) AS revoked, n.network, n.first_seen_at, k.created_at, o.key_seen_at, o.before
FROM key_networks n
JOIN api_keys k ON k.account_id = n.account_id AND k.id = n.key_id
CROSS JOIN LATERAL (
  SELECT min(b.first_seen_at) AS key_seen_at, count(*) FILTER (WHERE (b.first_seen_at, b.network) < (n.first_seen_at, n.network)) AS before
  FROM key_networks b WHERE b.account_id = n.account_id AND b.key_id = n.key_id
) o
WHERE n.account_id = ANY (${p.accountIds}) AND n.judged_at IS NULL
ORDER BY n.first_seen_at, n.network LIMIT ${p.limit}`,
);
