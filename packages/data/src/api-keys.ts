import type { Mode } from "@sendex/core/message";
import type { Caller, Permission } from "@sendex/core/permission";
import type { Data } from "./open";

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

/** The account behind a key, with what accepting needs of it. */
export interface Tenant extends Caller {
  defaultFrom: string | null;
  /** Wrapped. */
  dataKey: Uint8Array;
}

export async function createApiKey(data: Data, key: NewApiKey): Promise<void> {
  await data.prisma.apiKey.create({ data: { ...key, hash: Buffer.from(key.hash) } });
}

/** The account whose key it was; undefined where there is no such key, or it was revoked before. */
export async function revokeApiKey(data: Data, keyId: string, at: Date): Promise<string | undefined> {
  const [revoked] = await data.prisma.apiKey.updateManyAndReturn({
    where: { id: keyId, revokedAt: null },
    data: { revokedAt: at },
    select: { accountId: true },
  });
  return revoked?.accountId;
}

/** The tenant of the key with this hash; undefined for an unknown or revoked one. */
export async function findTenant(data: Data, hash: Buffer): Promise<Tenant | undefined> {
  const { rows } = await data.pool.query<TenantRow>({
    name: "find-tenant",
    text: FIND_TENANT,
    values: [hash],
  });
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
    dataKey: row.data_key,
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
  data_key: Buffer;
}

const FIND_TENANT = `
SELECT k.account_id, k.id, k.mode, k.permission, k.domains, k.rate_limit, a.standing, a.default_from, a.data_key
FROM api_keys k JOIN accounts a ON a.id = k.account_id WHERE k.hash = $1 AND k.revoked_at IS NULL`;
