import type { ImportPlan } from "@sendex/core/audiences/imports/columns";
import type { ImportCounts, ImportStatus, OnConflict } from "@sendex/core/audiences/imports/import";
import { bigint, int, jsonb, mode as modeType, text, timestamptz } from "../../database/parameters";
import { unpreparedStatement } from "../../database/statement";
import type { Data } from "../../database/open";
import { plain } from "../../database/pools";
import { defined } from "@sendex/kit/defined";
import { plainOr, type Transaction } from "../../database/transaction";
import type { Page, Paged } from "../page";
import type { AudienceOwner } from "../segments";

/** An import as its account sees it; an upload that has not ended is none yet. */
export interface ImportRow {
  id: string;
  status: ImportStatus;
  counts: ImportCounts;
  /** Of the file, and how many of them are read. */
  bytes: number;
  atByte: number;
  /** Why it failed. */
  error: string | null;
  createdAt: Date;
  completedAt: Date | null;
}

/** What is chosen for each contact of a file about a topic. */
export interface TopicChoice {
  id: string;
  subscribed: boolean;
}

/** What is to become of a file. */
export interface ImportOrder {
  plan: ImportPlan;
  onConflict: OnConflict;
  segments: readonly string[];
  topics: readonly TopicChoice[];
  /** Where its first row begins, and on which line. */
  atByte: number;
  atLine: number;
  bytes: number;
}

/** Makes the row of an upload; false where the account has `most` that are not done. */
export async function openImport(
  data: Data,
  owner: AudienceOwner,
  id: string,
  most: number,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await plain(data).query(OPEN({ ...owner, id, most, now }));
  return rowCount === 1;
}

/** Ends an upload: from the commit on a scheduler reads it in. False where it was swept away meanwhile. */
export async function queueImport(
  client: Transaction,
  owner: AudienceOwner,
  id: string,
  { plan, segments, topics, ...order }: ImportOrder,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await client.query(
    QUEUE({
      ...owner,
      ...order,
      ...{ id, now },
      plan: JSON.stringify(plan),
      segments: JSON.stringify(segments),
      topics: JSON.stringify(topics),
    }),
  );
  return rowCount === 1;
}

export async function findImport(
  where: Data | Transaction,
  owner: AudienceOwner,
  id: string,
): Promise<ImportRow | undefined> {
  const { rows } = await plainOr(where).query<Row>(FIND({ ...owner, id }));
  return rows[0] && readImport(rows[0]);
}

export interface ImportFilter extends Page {
  status?: ImportStatus;
}

/** Newest first; with `before`, the page just before that id. */
export async function listImports(
  data: Data,
  owner: AudienceOwner,
  filter: ImportFilter,
): Promise<Paged<ImportRow>> {
  const backwards = filter.before !== undefined;
  const asked = { status: null, after: null, before: null, ...defined(filter), ...owner };
  const { rows } = await plain(data).query<Row>(
    (backwards ? NEWER : OLDER)({ ...asked, limit: filter.limit + 1 }),
  );
  const page = rows.slice(0, filter.limit).map(readImport);
  return { data: backwards ? page.reverse() : page, hasMore: rows.length > filter.limit };
}

interface Row extends ImportCounts {
  id: string;
  status: ImportStatus;
  bytes: number;
  at_byte: number;
  error: string | null;
  created_at: Date;
  completed_at: Date | null;
}

function readImport(row: Row): ImportRow {
  const { total, created, updated, skipped, failed } = row;
  return {
    ...{ id: row.id, status: row.status, counts: { total, created, updated, skipped, failed } },
    ...{ bytes: row.bytes, atByte: row.at_byte, error: row.error },
    ...{ createdAt: row.created_at, completedAt: row.completed_at },
  };
}

const OPEN = unpreparedStatement(
  { accountId: text, mode: modeType, id: text, most: bigint, now: timestamptz },
  (p) => `
INSERT INTO contact_imports (account_id, mode, id, status, turn_at, created_at)
SELECT ${p.accountId}, ${p.mode}, ${p.id}, 'uploading', ${p.now}, ${p.now}
WHERE ${p.most} > (SELECT count(*) FROM contact_imports
  WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND completed_at IS NULL)`,
);

const QUEUE = unpreparedStatement(
  {
    ...{ accountId: text, mode: modeType, id: text, now: timestamptz, plan: jsonb, onConflict: text },
    ...{ segments: jsonb, topics: jsonb, atByte: int, atLine: int, bytes: int },
  },
  (p) => `
UPDATE contact_imports SET status = 'queued', plan = ${p.plan}, on_conflict = ${p.onConflict}, segments = ${p.segments},
  topics = ${p.topics}, at_byte = ${p.atByte}, at_line = ${p.atLine}, bytes = ${p.bytes}, turn_at = ${p.now}
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id} AND status = 'uploading'`,
);

const COLUMNS =
  "id, status, total, created, updated, skipped, failed, bytes, at_byte, error, created_at, completed_at";

const FIND = unpreparedStatement(
  { accountId: text, mode: modeType, id: text },
  (p) => `
SELECT ${COLUMNS} FROM contact_imports
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id} AND status <> 'uploading'`,
);

const page = (order: "ASC" | "DESC") =>
  unpreparedStatement(
    {
      ...{ accountId: text, mode: modeType, status: text.orNull },
      ...{ after: text.orNull, before: text.orNull, limit: bigint },
    },
    (p) => `
SELECT ${COLUMNS} FROM contact_imports
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND status <> 'uploading'
  AND (${p.status}::text IS NULL OR status = ${p.status})
  AND (${p.after}::text IS NULL OR id < ${p.after}) AND (${p.before}::text IS NULL OR id > ${p.before})
ORDER BY id ${order} LIMIT ${p.limit}`,
  );
const OLDER = page("DESC");
const NEWER = page("ASC");
