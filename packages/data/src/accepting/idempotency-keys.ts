import type { Mode } from "@sendex/core/accepting/message";
import { bigint, mode, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

export interface StoredResponse {
  fingerprint: string;
  status: number;
  /** The body, byte for byte. */
  response: string;
}

/** The response that this key has already had, on this surface and in this mode. */
export async function findResponse(
  data: Data,
  name: { accountId: string; mode: Mode; surface: string; key: string },
): Promise<StoredResponse | undefined> {
  const { rows } = await plain(data).query<StoredResponse>(FIND_RESPONSE(name));
  return rows[0];
}

/** Forgets keys made before `before`, a bounded number at a time; returns how many. */
export async function forgetKeys(data: Data, before: Date, limit: number): Promise<number> {
  const { rowCount } = await plain(data).query(FORGET({ before, limit }));
  return rowCount ?? 0;
}

const FIND_RESPONSE = statement(
  "find-response",
  { accountId: text, mode, surface: text, key: text },
  (p) => `
SELECT fingerprint, status, response FROM idempotency_keys
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND surface = ${p.surface} AND key = ${p.key}`,
);

const FORGET = unpreparedStatement(
  { before: timestamptz, limit: bigint },
  (p) => `
DELETE FROM idempotency_keys WHERE (account_id, mode, surface, key) IN
  (SELECT account_id, mode, surface, key FROM idempotency_keys WHERE created_at < ${p.before} LIMIT ${p.limit})`,
);
