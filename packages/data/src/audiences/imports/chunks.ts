import { bytea, int, mode as modeType, text, timestamptz } from "../../database/parameters";
import { statement, unpreparedStatement } from "../../database/statement";
import type { Data } from "../../database/open";
import { plain } from "../../database/pools";
import { transaction, type Transaction } from "../../database/transaction";
import type { AudienceOwner } from "../segments";

/** A piece of a file: where it begins in it, and its bytes, sealed. */
export interface Chunk {
  start: number;
  sealed: Buffer;
}

/** Stores the next piece of an upload. False where the upload was swept away meanwhile. */
export async function putChunk(
  data: Data,
  owner: AudienceOwner,
  importId: string,
  chunk: Chunk,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await plain(data).query(PUT({ ...owner, importId, ...chunk, now }));
  return rowCount === 1;
}

/** The piece that has this byte of a file. */
export async function chunkAt(
  data: Data,
  accountId: string,
  importId: string,
  at: number,
): Promise<Chunk | undefined> {
  const { rows } = await plain(data).query<Chunk>(AT({ accountId, importId, at }));
  return rows[0];
}

/** Erases the pieces that are read in where a file is read on at this byte. */
export async function dropRead(
  client: Transaction,
  accountId: string,
  importId: string,
  at: number,
): Promise<void> {
  await client.query(DROP_READ({ accountId, importId, at }));
}

/** Erases a whole file. */
export async function dropFile(client: Transaction, accountId: string, importId: string): Promise<void> {
  await client.query(DROP_FILE({ accountId, importId }));
}

/** Leaves nothing of an upload that has not ended. */
export async function dropUpload(data: Data, owner: AudienceOwner, importId: string): Promise<void> {
  await transaction(data, async (client) => {
    const { rowCount } = await client.query(FORGET({ ...owner, importId }));
    if (rowCount === 1) await dropFile(client, owner.accountId, importId);
  });
}

// The row is locked until the piece is stored: whoever sweeps the upload away waits, and takes the piece too.
const PUT = statement(
  "put-import-chunk",
  {
    ...{ accountId: text, mode: modeType, importId: text, start: int, sealed: bytea, now: timestamptz },
  },
  (p) => `
WITH upload AS (
  UPDATE contact_imports SET turn_at = ${p.now}
  WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.importId} AND status = 'uploading' RETURNING id
)
INSERT INTO contact_import_chunks (account_id, import_id, start, sealed)
SELECT ${p.accountId}, id, ${p.start}, ${p.sealed} FROM upload`,
);

const AT = statement(
  "import-chunk-at",
  { accountId: text, importId: text, at: int },
  (p) => `
SELECT start, sealed FROM contact_import_chunks
WHERE account_id = ${p.accountId} AND import_id = ${p.importId} AND start <= ${p.at} ORDER BY start DESC LIMIT 1`,
);

const DROP_READ = statement(
  "drop-read-chunks",
  { accountId: text, importId: text, at: int },
  (p) => `
DELETE FROM contact_import_chunks
WHERE account_id = ${p.accountId} AND import_id = ${p.importId} AND start < (SELECT max(start) FROM contact_import_chunks
  WHERE account_id = ${p.accountId} AND import_id = ${p.importId} AND start <= ${p.at})`,
);

const DROP_FILE = unpreparedStatement(
  { accountId: text, importId: text },
  (p) => `
DELETE FROM contact_import_chunks
WHERE account_id = ${p.accountId} AND import_id = ${p.importId}`,
);

const FORGET = unpreparedStatement(
  { accountId: text, mode: modeType, importId: text },
  (p) => `
DELETE FROM contact_imports
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.importId} AND status = 'uploading'`,
);
