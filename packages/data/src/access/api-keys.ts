import type { Mode } from "@sendex/core/accepting/message";
import type { Caller, Permission } from "@sendex/core/access";
import { IN_FORCE, isInForce } from "./conditions";
import type { ApiKey } from "../generated/client";
import { bytea, rows, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";
import type { Records } from "../database/transaction";

export interface NewApiKey {
  accountId: string;
  id: string;
  name: string;
  hash: Uint8Array;
  /** The last characters, to tell keys apart by. */
  hint: string;
  mode: Mode;
  permission: Permission;
  domains: string[];
  rateLimit: number | null;
  createdAt: Date;
}

/** A key as it is shown: nothing here lets anyone call with it. */
export interface ApiKeyRow extends Omit<NewApiKey, "hash"> {
  lastUsedAt: Date | null;
}

/** The account behind a key, with what accepting needs of it. */
export interface Tenant extends Caller {
  defaultFrom: string | null;
  /** IANA */
  timeZone: string;
  /** Keys and templates whose mail is refused for now, and broadcasts whose mail is not claimed. */
  pausedSources: string[];
  /** Wrapped. */
  dataKey: Uint8Array;
  /** Null: unlimited. No more than a hint of the number, which changes with every mail. */
  credits: number | null;
}

export async function createApiKey(where: Data | Records, key: NewApiKey): Promise<void> {
  await prisma(where).apiKey.create({ data: { ...key, hash: Buffer.from(key.hash) } });
}

export async function countApiKeys(data: Data, accountId: string): Promise<number> {
  return prisma(data).apiKey.count({ where: { accountId, ...IN_FORCE } });
}

/** Those that are not revoked, newest first; `after` and `before` are ids. */
export async function listApiKeys(
  data: Data,
  accountId: string,
  { limit, after, before }: { limit: number; after?: string; before?: string },
): Promise<{ data: ApiKeyRow[]; hasMore: boolean }> {
  const rows = await prisma(data).apiKey.findMany({
    where: {
      accountId,
      ...IN_FORCE,
      id: { ...(after ? { lt: after } : {}), ...(before ? { gt: before } : {}) },
    },
    orderBy: { id: before ? "asc" : "desc" },
    take: limit + 1,
  });
  const found = rows.slice(0, limit).map(readApiKeyRow);
  return { data: before ? found.reverse() : found, hasMore: rows.length > limit };
}

/** Undefined where the account has no such key, or it is revoked. */
export async function findApiKey(data: Data, accountId: string, id: string): Promise<ApiKeyRow | undefined> {
  const row = await prisma(data).apiKey.findUnique({
    where: { accountId_id: { accountId, id }, ...IN_FORCE },
  });
  return row ? readApiKeyRow(row) : undefined;
}

/** Undefined where the account has no such key, or it is revoked. */
export async function updateApiKey(
  data: Data,
  { accountId, id }: Pick<ApiKeyRow, "accountId" | "id">,
  change: { name?: string; rateLimit?: number | null },
): Promise<ApiKeyRow | undefined> {
  const rows = await prisma(data).apiKey.updateManyAndReturn({
    where: { accountId, id, ...IN_FORCE },
    data: change,
  });
  return rows.map(readApiKeyRow)[0];
}

function readApiKeyRow({ hash: _, revokedAt: _revoked, ...row }: ApiKey): ApiKeyRow {
  return row;
}

/** A key that was used, and when. */
export interface KeyUse {
  accountId: string;
  keyId: string;
  at: Date;
}

/** Notes when keys were last used; each key's at most once a minute, over all processes. */
export async function noteKeyUses(data: Data, uses: KeyUse[]): Promise<void> {
  await plain(data).query(NOTE_KEY_USES({ x: uses }));
}

// Locked in the order of their keys first: other processes note the same keys at the same time.
const NOTE_KEY_USES = statement(
  "note-key-uses",
  {
    x: rows<KeyUse>({
      account_id: text(({ accountId }) => accountId),
      id: text(({ keyId }) => keyId),
      at: timestamptz(({ at }) => at),
    }),
  },
  ({ x }) => `
WITH use AS (
  SELECT account_id, id, max(at) AS at FROM ${x} GROUP BY 1, 2
), k AS (
  SELECT k.account_id, k.id, use.at FROM use JOIN api_keys k USING (account_id, id)
  WHERE k.last_used_at IS NULL OR k.last_used_at <= use.at - interval '1 minute'
  ORDER BY k.account_id, k.id FOR NO KEY UPDATE OF k
)
UPDATE api_keys u SET last_used_at = k.at FROM k WHERE (u.account_id, u.id) = (k.account_id, k.id)`,
);

/** The account whose key it was; undefined where there is no such key (of this account, if one is given), or it was revoked before. */
export async function revokeApiKey(
  where: Data | Records,
  keyId: string,
  at: Date,
  accountId?: string,
): Promise<string | undefined> {
  const [revoked] = await prisma(where).apiKey.updateManyAndReturn({
    where: { id: keyId, ...IN_FORCE, ...(accountId === undefined ? {} : { accountId }) },
    data: { revokedAt: at },
    select: { accountId: true },
  });
  return revoked?.accountId;
}

/** The tenant of the key with this hash; undefined for an unknown or revoked one. */
export async function findTenant(data: Data, hash: Buffer): Promise<Tenant | undefined> {
  const { rows } = await plain(data).query<TenantRow>(FIND_TENANT({ hash }));
  const row = rows[0];
  if (!row) return undefined;
  return {
    accountId: row.account_id,
    keyId: row.id,
    mode: row.mode,
    permission: row.permission,
    domains: row.domains,
    rateLimit: row.rate_limit,
    standing: row.standing,
    defaultFrom: row.default_from,
    timeZone: row.timezone,
    pausedSources: row.paused_sources,
    dataKey: row.data_key,
    credits: row.credits === null ? null : Number(row.credits),
  };
}

interface TenantRow {
  account_id: string;
  id: string;
  mode: Mode;
  permission: Permission;
  domains: string[];
  rate_limit: number | null;
  standing: "active" | "suspended";
  default_from: string | null;
  timezone: string;
  paused_sources: string[];
  data_key: Buffer;
  credits: string | null;
}

const FIND_TENANT = statement(
  "find-tenant",
  { hash: bytea },
  (p) => `
SELECT k.account_id, k.id, k.mode, k.permission, k.domains, k.rate_limit, a.standing, a.default_from, a.timezone, a.paused_sources, a.data_key, a.credits
FROM api_keys k JOIN accounts a ON a.id = k.account_id WHERE k.hash = ${p.hash} AND ${isInForce("k")}`,
);
