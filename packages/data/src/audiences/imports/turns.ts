import type { Mode } from "@sendex/core/accepting/message";
import type { ImportPlan } from "@sendex/core/audiences/imports/columns";
import type { OnConflict } from "@sendex/core/audiences/imports/import";
import { bigint, int, mode as modeType, text, timestamptz } from "../../database/parameters";
import { unpreparedStatement } from "../../database/statement";
import type { Data } from "../../database/open";
import { plain } from "../../database/pools";
import { transaction } from "../../database/transaction";
import type { AudienceOwner } from "../segments";
import { dropFile } from "./chunks";
import type { TopicChoice } from "./imports";
import type { ImportPlace } from "./window";

/** An import whose turn it is. */
export interface ImportTurn extends ImportPlace {
  owner: AudienceOwner;
  id: string;
  plan: ImportPlan;
  onConflict: OnConflict;
  segments: string[];
  topics: TopicChoice[];
  bytes: number;
  /** Bad rows so far. */
  failed: number;
  /** Turns without a window since the last window. */
  failures: number;
  /** The account's, wrapped. */
  dataKey: Uint8Array;
}

/** Takes the import that has waited longest, which goes to the end of the line; undefined where none is left. */
export async function takeTurn(data: Data, now: Date): Promise<ImportTurn | undefined> {
  const { rows } = await plain(data).query<Row>(TAKE({ now }));
  const [row] = rows;
  if (!row) return undefined;
  return {
    ...{ owner: { accountId: row.account_id, mode: row.mode }, id: row.id, plan: row.plan },
    ...{ onConflict: row.on_conflict, segments: row.segments, topics: row.topics },
    ...{ bytes: row.bytes, atByte: row.at_byte, atLine: row.at_line },
    ...{ failed: row.failed, failures: row.failures, dataKey: row.data_key },
  };
}

interface Row {
  account_id: string;
  mode: Mode;
  id: string;
  plan: ImportPlan;
  on_conflict: OnConflict;
  segments: string[];
  topics: TopicChoice[];
  bytes: number;
  at_byte: number;
  at_line: number;
  failed: number;
  failures: number;
  data_key: Buffer;
}

/** Counts a turn that came to nothing; from `most` on the import fails, and its file is erased. */
export async function failTurn(
  data: Data,
  { owner, id }: Pick<ImportTurn, "owner" | "id">,
  { error, most }: { error: string; most: number },
  now: Date,
): Promise<void> {
  await transaction(data, async (client) => {
    const { rows } = await client.query<{ status: string }>(FAIL({ ...owner, id, most, error, now }));
    if (rows[0]?.status === "failed") await dropFile(client, owner.accountId, id);
  });
}

/**
 * Removes uploads of which nothing came since `idleSince`, and imports that ended before `endedBefore` with their bad rows,
 * a bounded number of each; how many.
 */
export async function sweepImports(
  data: Data,
  { idleSince, endedBefore, limit }: { idleSince: Date; endedBefore: Date; limit: number },
): Promise<number> {
  const { rows } = await plain(data).query(SWEEP({ idleSince, endedBefore, limit }));
  return rows.length;
}

const TAKE = unpreparedStatement(
  { now: timestamptz },
  (p) => `
WITH next AS (
  SELECT i.account_id, i.mode, i.id, a.data_key FROM contact_imports i JOIN accounts a ON a.id = i.account_id
  WHERE i.completed_at IS NULL AND i.status IN ('queued', 'in_progress') AND a.erasing_since IS NULL
  ORDER BY i.turn_at, i.id LIMIT 1 FOR NO KEY UPDATE OF i SKIP LOCKED
)
UPDATE contact_imports i SET turn_at = ${p.now} FROM next
WHERE (i.account_id, i.mode, i.id) = (next.account_id, next.mode, next.id)
RETURNING i.account_id, i.mode, i.id, i.plan, i.on_conflict, i.segments, i.topics, i.bytes, i.at_byte, i.at_line, i.failed, i.failures,
  next.data_key`,
);

const FAIL = unpreparedStatement(
  { accountId: text, mode: modeType, id: text, most: int, error: text, now: timestamptz },
  (p) => `
UPDATE contact_imports SET failures = failures + 1,
  status = CASE WHEN failures + 1 < ${p.most} THEN status ELSE 'failed' END,
  error = CASE WHEN failures + 1 < ${p.most} THEN error ELSE ${p.error} END,
  completed_at = CASE WHEN failures + 1 < ${p.most} THEN NULL ELSE ${p.now}::timestamptz END
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id} AND status IN ('queued', 'in_progress')
RETURNING status`,
);

const SWEEP = unpreparedStatement(
  { idleSince: timestamptz, endedBefore: timestamptz, limit: bigint },
  (p) => `
WITH broken AS (
  SELECT account_id, mode, id FROM contact_imports
  WHERE completed_at IS NULL AND status = 'uploading' AND turn_at < ${p.idleSince} LIMIT ${p.limit} FOR UPDATE SKIP LOCKED
), ended AS (
  SELECT account_id, mode, id FROM contact_imports WHERE completed_at < ${p.endedBefore} LIMIT ${p.limit} FOR UPDATE SKIP LOCKED
), old AS (
  SELECT * FROM broken UNION ALL SELECT * FROM ended
), pieces AS (
  DELETE FROM contact_import_chunks c USING old WHERE (c.account_id, c.import_id) = (old.account_id, old.id)
), bad AS (
  DELETE FROM contact_import_errors e USING old WHERE (e.account_id, e.import_id) = (old.account_id, old.id)
)
DELETE FROM contact_imports i USING old WHERE (i.account_id, i.mode, i.id) = (old.account_id, old.mode, old.id) RETURNING i.id`,
);
