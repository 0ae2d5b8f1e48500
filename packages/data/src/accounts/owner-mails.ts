import type { OwnerText } from "@sendex/core/accounts";
import { bigint, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";
import type { Transaction } from "../database/transaction";

/** The service's own mail to an account's owner: written with what it tells of, sent afterwards. */
export interface NewOwnerMail extends OwnerText {
  accountId: string;
  id: string;
}

export interface DueOwnerMail extends NewOwnerMail {
  /** The account's address. */
  to: string;
  createdAt: Date;
  /** Those before this one. */
  tries: number;
}

/** What became of a try. */
export interface OwnerMailResult {
  sesMessageId: string | null;
  error: string | null;
  /** Null: sent, or given up. */
  dueAt: Date | null;
}

export async function putOwnerMail(
  client: Transaction,
  { accountId, id, subject, text }: NewOwnerMail,
  now: Date,
): Promise<void> {
  await client.query(PUT({ accountId, id, subject, body: text, now }));
}

/** Takes the next that are due, until `until`: who dies with them leaves them to another try. */
export async function takeOwnerMails(
  data: Data,
  now: Date,
  until: Date,
  limit: number,
): Promise<DueOwnerMail[]> {
  const { rows } = await plain(data).query<OwnerMailRow>(TAKE({ now, until, limit }));
  return rows.map((row) => ({
    accountId: row.account_id,
    id: row.id,
    to: row.email,
    subject: row.subject,
    text: row.text,
    createdAt: row.created_at,
    tries: row.tries - 1,
  }));
}

export async function finishOwnerMail(
  data: Data,
  { accountId, id }: Pick<NewOwnerMail, "accountId" | "id">,
  { sesMessageId, error, dueAt }: OwnerMailResult,
  now: Date,
): Promise<void> {
  await prisma(data).ownerMail.updateMany({
    where: { accountId, id },
    data: { sesMessageId, error, dueAt, ...(sesMessageId === null ? {} : { sentAt: now }) },
  });
}

interface OwnerMailRow {
  account_id: string;
  id: string;
  email: string;
  subject: string;
  text: string;
  created_at: Date;
  tries: number;
}

const TAKE = statement(
  "take-owner-mails",
  { now: timestamptz, until: timestamptz, limit: bigint },
  (p) => `
WITH due AS (
  SELECT account_id, id FROM owner_mails WHERE due_at <= ${p.now} ORDER BY due_at LIMIT ${p.limit} FOR UPDATE SKIP LOCKED
)
UPDATE owner_mails m SET due_at = ${p.until}, tries = m.tries + 1 FROM due, accounts a
WHERE (m.account_id, m.id) = (due.account_id, due.id) AND a.id = m.account_id
RETURNING m.account_id, m.id, a.email, m.subject, m.text, m.created_at, m.tries`,
);

const PUT = unpreparedStatement(
  { accountId: text, id: text, subject: text, body: text, now: timestamptz },
  (p) => `
INSERT INTO owner_mails (account_id, id, subject, text, created_at, due_at)
VALUES (${p.accountId}, ${p.id}, ${p.subject}, ${p.body}, ${p.now}, ${p.now})`,
);
