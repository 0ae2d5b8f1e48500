import type { Mode } from "@sendex/core/accepting/message";
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
  const { rows } = await plain(data).query<StoredResponse>({
    name: "find-response",
    text: "SELECT fingerprint, status, response FROM idempotency_keys WHERE account_id = $1 AND mode = $2 AND surface = $3 AND key = $4",
    values: [name.accountId, name.mode, name.surface, name.key],
  });
  return rows[0];
}

/** Forgets keys made before `before`, a bounded number at a time; returns how many. */
export async function forgetKeys(data: Data, before: Date, limit: number): Promise<number> {
  const { rowCount } = await plain(data).query(
    `DELETE FROM idempotency_keys WHERE (account_id, mode, surface, key) IN
       (SELECT account_id, mode, surface, key FROM idempotency_keys WHERE created_at < $1 LIMIT $2)`,
    [before, limit],
  );
  return rowCount ?? 0;
}
