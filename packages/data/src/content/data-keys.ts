import type { Pool } from "pg";

export interface WrappedDataKey {
  accountId: string;
  dataKey: Uint8Array;
}

/** The next accounts' wrapped data keys, by account; those of erased accounts are no more. */
export async function listDataKeys(pool: Pool, after: string, limit: number): Promise<WrappedDataKey[]> {
  const { rows } = await pool.query<{ id: string; data_key: Buffer }>(
    "SELECT id, data_key FROM accounts WHERE id > $1 AND octet_length(data_key) > 0 ORDER BY id LIMIT $2",
    [after, limit],
  );
  return rows.map((row) => ({ accountId: row.id, dataKey: row.data_key }));
}

/** Puts a wrapping in another's place where that still stands; → the accounts where it did. */
export async function replaceDataKeys(
  pool: Pool,
  changes: (WrappedDataKey & { before: Uint8Array })[],
): Promise<string[]> {
  if (changes.length === 0) return [];
  const { rows } = await pool.query<{ id: string }>(REPLACE, [
    changes.map(({ accountId }) => accountId),
    changes.map(({ before }) => Buffer.from(before)),
    changes.map(({ dataKey }) => Buffer.from(dataKey)),
  ]);
  return rows.map(({ id }) => id);
}

// Locked in the order of their ids first: another rotation may be under way.
const REPLACE = `
WITH x AS (
  SELECT * FROM unnest($1::text[], $2::bytea[], $3::bytea[]) AS x(id, before, data_key)
), own AS (
  SELECT a.id, x.data_key FROM x JOIN accounts a ON a.id = x.id AND a.data_key = x.before ORDER BY a.id FOR NO KEY UPDATE OF a
)
UPDATE accounts a SET data_key = own.data_key FROM own WHERE a.id = own.id RETURNING a.id`;
