import {
  combineSuppressions,
  isExpired,
  type Suppression,
  type SuppressionReason,
} from "@sendex/core/suppressions";
import { type Mode, MODES } from "@sendex/core/accepting/message";
import { arrayOf, bigint, rows, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import { COLUMNS, ofEachMode } from "./tables";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import type { Transaction } from "../database/transaction";

/** Whose suppression list: an account has one for live and one for test mail. */
export interface ListOwner {
  accountId: string;
  mode: Mode;
}

/** An entry of such a list. */
export interface SuppressionRow extends Suppression, ListOwner {
  /** `sup_…`; stays while its reason changes. */
  id: string;
  /** Lower-case; one entry a list has for it. */
  address: string;
}

export interface Suppressed {
  row: SuppressionRow;
  /** Why it was on the list already; null where it was not, or no longer stood. */
  before: SuppressionReason | null;
}

/**
 * Adds addresses to the accounts' lists, each by the rules of `combineSuppressions`. Returns what stands there now, one
 * for each address that was given. The rows stay locked until the transaction ends.
 */
export async function suppress(
  client: Transaction,
  suppressions: SuppressionRow[],
  now: Date,
): Promise<Suppressed[]> {
  const results: Suppressed[] = [];
  for (const mode of MODES) {
    const ofMode = suppressions.filter((one) => one.mode === mode);
    if (ofMode.length > 0) results.push(...(await suppressIn(client, mode, ofMode, now)));
  }
  return results;
}

async function suppressIn(
  client: Transaction,
  mode: Mode,
  suppressions: SuppressionRow[],
  now: Date,
): Promise<Suppressed[]> {
  const wanted = [...combined(suppressions, now).values()].sort(inOrder);
  const { rows } = await client.query<Row & { fresh: boolean }>(SUPPRESS[mode]({ x: wanted }));
  const there = new Map(rows.map((row) => [nameOf(readRow(row, mode)), row]));
  const results = wanted.map((one) => {
    const row = there.get(nameOf(one));
    if (!row || row.fresh) return { row: one, before: null, changed: false };
    const was = readRow(row, mode);
    const is = combineSuppressions(was, one, now);
    const before = isExpired(was, now) ? null : was.reason;
    return { row: { ...was, ...is, id: was.id }, before, changed: is !== was };
  });
  const changed = results.filter((result) => result.changed).map(({ row }) => row);
  if (changed.length > 0) await client.query(CHANGE[mode]({ x: changed }));
  return results.map(({ row, before }) => ({ row, before }));
}

/** Which entries are meant: by address or by id. */
export interface SuppressionKeys {
  addresses: string[];
  ids: string[];
}

/** Locks those of a list's entries that there are, until the transaction ends. */
export async function lockSuppressions(
  client: Transaction,
  { accountId, mode }: ListOwner,
  { addresses, ids }: SuppressionKeys,
  now: Date,
): Promise<SuppressionRow[]> {
  const { rows } = await client.query<Row>(LOCK[mode]({ accountId, addresses, ids, now }));
  return rows.map((row) => readRow(row, mode));
}

/** Deletes entries that have been locked. */
export async function deleteSuppressions(
  client: Transaction,
  { accountId, mode }: ListOwner,
  addresses: string[],
): Promise<void> {
  await client.query(DELETE[mode]({ accountId, addresses }));
}

/** Deletes entries that have ended, at most `limit` of each mode; how many. */
export async function forgetExpired(data: Data, now: Date, limit: number): Promise<number> {
  const results = await Promise.all(
    MODES.map((mode) => plain(data).query(FORGET_EXPIRED[mode]({ now, limit }))),
  );
  return results.reduce((sum, { rowCount }) => sum + (rowCount ?? 0), 0);
}

/** As a table has it. */
export interface Row {
  account_id: string;
  address: string;
  id: string;
  reason: Suppression["reason"];
  label: string | null;
  origin: Suppression["source"];
  message_id: string | null;
  created_at: Date;
  expires_at: Date | null;
  trial_at: Date | null;
}

export function readRow(row: Row, mode: Mode): SuppressionRow {
  return {
    accountId: row.account_id,
    mode,
    address: row.address,
    id: row.id,
    reason: row.reason,
    label: row.label,
    source: row.origin,
    messageId: row.message_id,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    trialAt: row.trial_at,
  };
}

/** What one call says of the same address twice is one entry. */
function combined(suppressions: SuppressionRow[], now: Date): Map<string, SuppressionRow> {
  const one = new Map<string, SuppressionRow>();
  for (const suppression of suppressions) {
    const name = nameOf(suppression);
    const before = one.get(name);
    one.set(
      name,
      before ? { ...before, ...combineSuppressions(before, suppression, now), id: before.id } : suppression,
    );
  }
  return one;
}

function nameOf({ accountId, address }: Pick<SuppressionRow, "accountId" | "address">): string {
  return `${accountId} ${address}`;
}

/** The order in which all statements lock several rows. */
function inOrder(a: SuppressionRow, b: SuppressionRow): number {
  return nameOf(a) < nameOf(b) ? -1 : 1;
}

const GIVEN = rows<SuppressionRow>({
  account_id: text(({ accountId }) => accountId),
  address: text(({ address }) => address),
  id: text(({ id }) => id),
  reason: text(({ reason }) => reason),
  label: text.orNull(({ label }) => label),
  origin: text(({ source }) => source),
  message_id: text.orNull(({ messageId }) => messageId),
  created_at: timestamptz(({ createdAt }) => createdAt),
  expires_at: timestamptz.orNull(({ expiresAt }) => expiresAt),
  trial_at: timestamptz.orNull(({ trialAt }) => trialAt),
});

// An entry that is there is written over with its own address: that locks it, and returns it as it is.
const SUPPRESS = ofEachMode((table) =>
  statement(
    `put-${table}`,
    { x: GIVEN },
    ({ x }) => `
INSERT INTO ${table} AS s (${COLUMNS})
SELECT ${COLUMNS} FROM ${x}
ON CONFLICT (account_id, address) DO UPDATE SET address = EXCLUDED.address
RETURNING s.*, s.xmax = 0 AS fresh`,
  ),
);

const CHANGE = ofEachMode((table) =>
  statement(
    `change-${table}`,
    { x: GIVEN },
    ({ x }) => `
UPDATE ${table} s SET reason = x.reason, label = x.label, origin = x.origin, message_id = x.message_id,
  created_at = x.created_at, expires_at = x.expires_at, trial_at = x.trial_at
FROM ${x} WHERE (s.account_id, s.address) = (x.account_id, x.address)`,
  ),
);

const LOCK = ofEachMode((table) =>
  statement(
    `lock-${table}`,
    { accountId: text, addresses: arrayOf(text), ids: arrayOf(text), now: timestamptz },
    (p) => `
SELECT ${COLUMNS} FROM ${table}
WHERE account_id = ${p.accountId} AND address = ANY (${p.addresses}::text[] || ARRAY(
    SELECT address FROM ${table} WHERE account_id = ${p.accountId} AND id = ANY (${p.ids}::text[]) AND id > 'sup_'
  )) AND (expires_at IS NULL OR expires_at > ${p.now})
ORDER BY account_id, address FOR UPDATE`,
  ),
);

const DELETE = ofEachMode((table) =>
  statement(
    `delete-${table}`,
    { accountId: text, addresses: arrayOf(text) },
    (p) => `
DELETE FROM ${table}
WHERE account_id = ${p.accountId} AND address = ANY (${p.addresses}::text[])`,
  ),
);

const FORGET_EXPIRED = ofEachMode((table) =>
  unpreparedStatement(
    { now: timestamptz, limit: bigint },
    (p) => `
DELETE FROM ${table}
WHERE ctid IN (SELECT ctid FROM ${table}
WHERE expires_at <= ${p.now} LIMIT ${p.limit} FOR UPDATE SKIP LOCKED)`,
  ),
);
