import {
  type BadRow,
  type ImportCounts,
  MAX_KEPT_ERRORS,
  type OnConflict,
} from "@sendex/core/audiences/imports/import";
import { boolean, int, mode as modeType, rows, text, timestamptz } from "../../database/parameters";
import { statement } from "../../database/statement";
import type { Transaction } from "../../database/transaction";
import { type NewContact, upsertContacts, type Upserted } from "../contacts";
import type { AudienceOwner } from "../segments";

/** Where a file is read on: the byte at which the next row begins, and its line. */
export interface ImportPlace {
  atByte: number;
  atLine: number;
}

/**
 * Locks an import for a window until the transaction ends. False where it does not stand at this byte any more: another
 * scheduler has written the window, or it has ended.
 */
export async function lockImport(
  client: Transaction,
  owner: AudienceOwner,
  id: string,
  atByte: number,
): Promise<boolean> {
  const { rowCount } = await client.query(LOCK({ ...owner, id, atByte }));
  return rowCount === 1;
}

/** Writes contacts of a file, each of its own address; with `skip` those alone that are not there. → what was written */
export async function writeImported(
  client: Transaction,
  owner: AudienceOwner,
  contacts: readonly NewContact[],
  onConflict: OnConflict,
  now: Date,
): Promise<Upserted[]> {
  if (contacts.length === 0) return [];
  if (onConflict === "upsert") return upsertContacts(client, owner, contacts, now);
  const x = [...contacts].sort((a, b) => (a.address < b.address ? -1 : 1));
  const { rows: made } = await client.query<Upserted>(INSERT({ ...owner, x, now }));
  return made;
}

/** A choice that a file makes for an address. */
export interface ImportedChoice {
  address: string;
  topicId: string;
  subscribed: boolean;
}

/**
 * Writes choices of a file, each of its own address and topic. Leaving is written over what was chosen; coming back never
 * is: who left stays away.
 */
export async function chooseImported(
  client: Transaction,
  { accountId, mode }: AudienceOwner,
  choices: readonly ImportedChoice[],
  now: Date,
): Promise<void> {
  if (choices.length === 0) return;
  const x = [...choices].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  await client.query(CHOOSE({ accountId, mode, x, now }));
}

const keyOf = ({ address, topicId }: ImportedChoice) => `${address} ${topicId}`;

/** Writes bad rows down, the first of a file alone. */
export async function keepErrors(
  client: Transaction,
  accountId: string,
  importId: string,
  errors: readonly BadRow[],
  keptBefore: number,
): Promise<void> {
  const x = errors.slice(0, Math.max(0, MAX_KEPT_ERRORS - keptBefore));
  if (x.length > 0) await client.query(KEEP({ accountId, importId, x }));
}

/** What a window adds, and where the file is read on. */
export interface Progress extends ImportPlace, ImportCounts {
  /** Whether it ends with it; `error`: it fails with it. */
  ends: boolean;
  error: string | null;
}

export async function advanceImport(
  client: Transaction,
  owner: AudienceOwner,
  id: string,
  { ends, error, ...progress }: Progress,
  now: Date,
): Promise<void> {
  const status = error !== null ? "failed" : ends ? "completed" : "in_progress";
  const completedAt = status === "in_progress" ? null : now;
  await client.query(ADVANCE({ ...owner, id, ...progress, status, error, completedAt }));
}

const LOCK = statement(
  "lock-import",
  { accountId: text, mode: modeType, id: text, atByte: int },
  (p) => `
SELECT 1 FROM contact_imports
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id} AND at_byte = ${p.atByte}
  AND status IN ('queued', 'in_progress') FOR NO KEY UPDATE`,
);

const INSERT = statement(
  "insert-imported",
  {
    accountId: text,
    mode: modeType,
    now: timestamptz,
    x: rows<NewContact>({
      id: text(({ id }) => id),
      address: text(({ address }) => address),
      first_name: text.orNull(({ firstName }) => firstName),
      last_name: text.orNull(({ lastName }) => lastName),
      properties: text(({ properties }) => JSON.stringify(properties)),
    }),
  },
  ({ accountId, mode, now, x }) => `
INSERT INTO contacts (account_id, mode, id, address, first_name, last_name, properties, created_at, updated_at)
SELECT ${accountId}, ${mode}, id, address, first_name, last_name, properties::jsonb, ${now}, ${now} FROM ${x}
ON CONFLICT (account_id, mode, address) DO NOTHING RETURNING id, address, true AS fresh`,
);

// A choice until a day that has passed holds no more.
const CHOOSE = statement(
  "choose-imported",
  {
    accountId: text,
    mode: modeType,
    now: timestamptz,
    x: rows<ImportedChoice>({
      address: text(({ address }) => address),
      topic_id: text(({ topicId }) => topicId),
      subscribed: boolean(({ subscribed }) => subscribed),
    }),
  },
  ({ accountId, mode, now, x }) => `
INSERT INTO subscriptions AS s (account_id, mode, address, topic_id, subscribed, until, source, message_id, changed_at)
SELECT ${accountId}, ${mode}, address, topic_id, subscribed, NULL, 'import', NULL, ${now} FROM ${x}
ON CONFLICT (account_id, mode, address, topic_id) DO UPDATE SET subscribed = EXCLUDED.subscribed, until = NULL,
  source = EXCLUDED.source, message_id = NULL, changed_at = EXCLUDED.changed_at
WHERE CASE WHEN EXCLUDED.subscribed THEN s.until <= ${now} ELSE s.subscribed OR s.until IS NOT NULL END`,
);

const KEEP = statement(
  "keep-import-errors",
  {
    accountId: text,
    importId: text,
    x: rows<BadRow>({
      line: int(({ line }) => line),
      bad_column: text.orNull(({ column }) => column),
      reason: text(({ reason }) => reason),
    }),
  },
  ({ accountId, importId, x }) => `
INSERT INTO contact_import_errors (account_id, import_id, line, "column", reason)
SELECT ${accountId}, ${importId}, x.line, x.bad_column, x.reason FROM ${x}`,
);

const ADVANCE = statement(
  "advance-import",
  {
    ...{ accountId: text, mode: modeType, id: text, status: text, error: text.orNull },
    ...{ completedAt: timestamptz.orNull, atByte: int, atLine: int, total: int },
    ...{ created: int, updated: int, skipped: int, failed: int },
  },
  (p) => `
UPDATE contact_imports SET status = ${p.status}, error = ${p.error}, completed_at = ${p.completedAt}, at_byte = ${p.atByte},
  at_line = ${p.atLine}, total = total + ${p.total}, created = created + ${p.created}, updated = updated + ${p.updated},
  skipped = skipped + ${p.skipped}, failed = failed + ${p.failed}, failures = 0
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id}`,
);
