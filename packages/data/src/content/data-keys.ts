import { type AuditEntry, writeAudit } from "../access/audit";
import { bigint, bytea, rows, text } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import { transaction } from "../database/transaction";

export interface WrappedDataKey {
  accountId: string;
  dataKey: Uint8Array;
}

/** The next accounts' wrapped data keys, by account; those of erased accounts are no more. */
export async function listDataKeys(data: Data, after: string, limit: number): Promise<WrappedDataKey[]> {
  const { rows } = await plain(data).query<{ id: string; data_key: Buffer }>(LIST({ after, limit }));
  return rows.map((row) => ({ accountId: row.id, dataKey: row.data_key }));
}

interface Rewrapped extends WrappedDataKey {
  before: Uint8Array;
}

/**
 * Puts a wrapping in another's place where that still stands, and writes an entry for so many accounts with it; → the
 * accounts where it did.
 */
export async function replaceDataKeys(
  data: Data,
  changes: Rewrapped[],
  entryOf: (accounts: number) => AuditEntry,
): Promise<string[]> {
  if (changes.length === 0) return [];
  return transaction(data, async (client) => {
    const { rows } = await client.query<{ id: string }>(REPLACE({ x: changes }));
    if (rows.length > 0) await writeAudit(client, entryOf(rows.length));
    return rows.map(({ id }) => id);
  });
}

// Locked in the order of their ids first: another rotation may be under way.
const REPLACE = unpreparedStatement(
  {
    x: rows<Rewrapped>({
      id: text(({ accountId }) => accountId),
      before: bytea(({ before }) => Buffer.from(before)),
      data_key: bytea(({ dataKey }) => Buffer.from(dataKey)),
    }),
  },
  ({ x }) => `
WITH x AS (
  SELECT * FROM ${x}
), own AS (
  SELECT a.id, x.data_key FROM x JOIN accounts a ON a.id = x.id AND a.data_key = x.before ORDER BY a.id FOR NO KEY UPDATE OF a
)
UPDATE accounts a SET data_key = own.data_key FROM own WHERE a.id = own.id RETURNING a.id`,
);

const LIST = unpreparedStatement(
  { after: text, limit: bigint },
  (p) => `
SELECT id, data_key FROM accounts
WHERE id > ${p.after} AND octet_length(data_key) > 0 ORDER BY id LIMIT ${p.limit}`,
);
