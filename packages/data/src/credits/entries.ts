import { type CreditKind, type CreditMovement, enter } from "@sendex/core/credits";
import { type AuditEntry, writeAudit } from "../access/audit";
import { arrayOf, bigint, creditKind, numberedRows, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import { type Transaction, transaction } from "../database/transaction";

/** A line of an account's ledger. */
export interface CreditEntry {
  id: number;
  kind: CreditKind;
  /** A debit's is below zero. */
  amount: number;
  /** After it. */
  balance: number;
  messageId: string | null;
  note: string | null;
  at: Date;
}

export interface NewCreditEntry extends CreditMovement {
  messageId: string | null;
  note: string | null;
}

/** The account's credits; null: unlimited; undefined: there is no such account. */
export async function readCredits(data: Data, accountId: string): Promise<number | null | undefined> {
  const { rows } = await plain(data).query<{ credits: string | null }>(READ({ accountId }));
  return rows.map(({ credits }) => readNumber(credits))[0];
}

/**
 * Locks the accounts' rows, in the order that all statements keep, until the transaction ends. → their credits, as
 * `readCredits`.
 */
export async function lockCredits(
  client: Transaction,
  accountIds: string[],
): Promise<Map<string, number | null>> {
  const { rows } = await client.query<{ id: string; credits: string | null }>(
    LOCK({ accountIds: [...new Set(accountIds)] }),
  );
  return new Map(rows.map(({ id, credits }) => [id, readNumber(credits)]));
}

/**
 * Writes lines into the ledgers of accounts that the transaction has locked, in order; → the balances after them.
 * `before` are the balances that `lockCredits` found; one that is null begins at zero.
 */
export async function enterCredits(
  client: Transaction,
  before: Map<string, number | null>,
  entries: NewCreditEntry[],
  now: Date,
): Promise<Map<string, number>> {
  const balances = new Map([...before].map(([id, credits]) => [id, credits ?? 0]));
  if (entries.length === 0) return balances;
  const lines = enter(balances, entries);
  await client.query(ENTER({ x: lines, now }));
  for (const { accountId, balance } of lines) balances.set(accountId, balance);
  return balances;
}

/** Adds to an account's credits; one that had no ledger begins one. Undefined: there is no such account. */
export async function addCredits(
  data: Data,
  {
    accountId,
    amount,
    note,
    audit,
  }: { accountId: string; amount: number; note: string | null; audit?: AuditEntry },
  now: Date,
): Promise<number | undefined> {
  return transaction(data, async (client) => {
    const locked = await lockCredits(client, [accountId]);
    if (!locked.has(accountId)) return undefined;
    const entry = { accountId, kind: "grant" as const, amount, messageId: null, note };
    if (audit) await writeAudit(client, audit);
    return (await enterCredits(client, locked, [entry], now)).get(accountId);
  });
}

/**
 * Ends an account's ledger: from now on it is unlimited. What was left is written off, so that a later ledger begins at
 * zero. → what was left; undefined where there was no ledger.
 */
export async function endCredits(
  data: Data,
  { accountId, note, audit }: { accountId: string; note: string; audit?: AuditEntry },
  now: Date,
): Promise<number | undefined> {
  return transaction(data, async (client) => {
    const locked = await lockCredits(client, [accountId]);
    const left = locked.get(accountId);
    if (left === null || left === undefined) return undefined;
    const entry = { accountId, kind: "debit" as const, amount: -left, messageId: null, note };
    await enterCredits(client, locked, left > 0 ? [entry] : [], now);
    await client.query(END({ accountId }));
    if (audit) await writeAudit(client, audit);
    return left;
  });
}

/** An account's lines, newest first, those before the line `before` if that is given. */
export async function listCredits(
  data: Data,
  accountId: string,
  { limit, before }: { limit: number; before?: number },
): Promise<CreditEntry[]> {
  const { rows } = await plain(data).query<EntryRow>(LIST({ accountId, before: before ?? null, limit }));
  return rows.map(readEntry);
}

interface EntryRow {
  id: string;
  kind: CreditKind;
  amount: string;
  balance: string;
  message_id: string | null;
  note: string | null;
  at: Date;
}

function readEntry({ id, amount, balance, message_id: messageId, ...row }: EntryRow): CreditEntry {
  return { ...row, id: Number(id), amount: Number(amount), balance: Number(balance), messageId };
}

/** PostgreSQL's bigint comes as text; ours stay below 2^53. */
function readNumber(text: string | null): number | null {
  return text === null ? null : Number(text);
}

const ENTER = statement(
  "enter-credits",
  {
    x: numberedRows<NewCreditEntry & { balance: number }>({
      account_id: text(({ accountId }) => accountId),
      kind: creditKind(({ kind }) => kind),
      amount: bigint(({ amount }) => amount),
      balance: bigint(({ balance }) => balance),
      message_id: text.orNull(({ messageId }) => messageId),
      note: text.orNull(({ note }) => note),
    }),
    now: timestamptz,
  },
  ({ x, now }) => `
WITH x AS (
  SELECT * FROM ${x}
), put AS (
  INSERT INTO credit_entries (account_id, kind, amount, balance, message_id, note, at)
  SELECT account_id, kind, amount, balance, message_id, note, ${now} FROM x ORDER BY i
)
UPDATE accounts a SET credits = last.balance
FROM (SELECT DISTINCT ON (account_id) account_id, balance FROM x ORDER BY account_id, i DESC) last
WHERE a.id = last.account_id`,
);

const LIST = unpreparedStatement(
  { accountId: text, before: bigint.orNull, limit: bigint },
  (p) => `
SELECT id, kind, amount, balance, message_id, note, at FROM credit_entries
WHERE account_id = ${p.accountId} AND (${p.before}::bigint IS NULL OR id < ${p.before}) ORDER BY id DESC LIMIT ${p.limit}`,
);

const READ = statement(
  "read-credits",
  { accountId: text },
  (p) => `SELECT credits FROM accounts WHERE id = ${p.accountId}`,
);

const LOCK = statement(
  "lock-credits",
  { accountIds: arrayOf(text) },
  (p) => `
SELECT id, credits FROM accounts
WHERE id = ANY (${p.accountIds}::text[]) ORDER BY id FOR NO KEY UPDATE`,
);

const END = unpreparedStatement(
  { accountId: text },
  (p) => `UPDATE accounts SET credits = NULL WHERE id = ${p.accountId}`,
);
