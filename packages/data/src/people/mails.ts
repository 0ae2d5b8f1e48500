import { idFloor } from "@sendex/crypto/token";
import { bigint, bytea, rows as rowsOf, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";
import type { Records, Transaction } from "../database/transaction";
import type { OwnerMailResult } from "../accounts/owner-mails";

/** The service's own mail to a person. */
export interface NewPersonMail {
  id: string;
  to: string;
  subject: string;
  /** Its text. */
  sealed: Uint8Array;
  createdAt: Date;
}

export interface DuePersonMail extends NewPersonMail {
  /** Those before this one. */
  tries: number;
}

export async function putPersonMail(
  where: Data | Records,
  { sealed, ...mail }: NewPersonMail,
): Promise<void> {
  await prisma(where).personMail.create({
    data: { ...mail, sealed: Buffer.from(sealed), dueAt: mail.createdAt },
  });
}

/** The same for several, in the transaction of what they tell of. */
export async function putPersonMails(client: Transaction, mails: readonly NewPersonMail[]): Promise<void> {
  if (mails.length > 0) await client.query(PUT({ x: mails }));
}

/** Takes the next that are due, until `until`: who dies with them leaves them to another try. */
export async function takePersonMails(
  data: Data,
  asked: { now: Date; until: Date; limit: number },
): Promise<DuePersonMail[]> {
  const { rows } = await plain(data).query<PersonMailRow>(TAKE(asked));
  return rows.map((row) => ({
    id: row.id,
    to: row.to_address,
    subject: row.subject,
    sealed: row.sealed,
    createdAt: row.created_at,
    tries: row.tries - 1,
  }));
}

/** Its text goes with the last try. */
export async function finishPersonMail(
  data: Data,
  id: string,
  { sesMessageId, error, dueAt }: OwnerMailResult,
  now: Date,
): Promise<void> {
  await prisma(data).personMail.updateMany({
    where: { id },
    data: {
      sesMessageId,
      error,
      dueAt,
      ...(dueAt === null ? { sealed: null } : {}),
      ...(sesMessageId === null ? {} : { sentAt: now }),
    },
  });
}

/** Removes what was finished before then, a bounded number; how many. */
export async function forgetPersonMails(data: Data, before: Date, limit: number): Promise<number> {
  return (await plain(data).query(FORGET({ before: idFloor("pml", before), limit }))).rowCount ?? 0;
}

interface PersonMailRow {
  id: string;
  to_address: string;
  subject: string;
  sealed: Buffer;
  created_at: Date;
  tries: number;
}

const PUT = unpreparedStatement(
  {
    x: rowsOf<NewPersonMail>({
      id: text(({ id }) => id),
      to_address: text(({ to }) => to),
      subject: text(({ subject }) => subject),
      sealed: bytea(({ sealed }) => Buffer.from(sealed)),
      created_at: timestamptz(({ createdAt }) => createdAt),
    }),
  },
  ({ x }) => `
INSERT INTO person_mails (id, to_address, subject, sealed, created_at, due_at)
SELECT id, to_address, subject, sealed, created_at, created_at FROM ${x}`,
);

const TAKE = statement(
  "take-person-mails",
  { now: timestamptz, until: timestamptz, limit: bigint },
  (p) => `
WITH due AS (
  SELECT id FROM person_mails WHERE due_at <= ${p.now} ORDER BY due_at LIMIT ${p.limit} FOR UPDATE SKIP LOCKED
)
UPDATE person_mails m SET due_at = ${p.until}, tries = m.tries + 1 FROM due WHERE m.id = due.id
RETURNING m.id, m.to_address, m.subject, m.sealed, m.created_at, m.tries`,
);

const FORGET = statement(
  "forget-person-mails",
  { before: text, limit: bigint },
  (p) => `
DELETE FROM person_mails t USING (SELECT id FROM person_mails WHERE id < ${p.before} AND due_at IS NULL LIMIT ${p.limit}) d WHERE t.id = d.id`,
);
