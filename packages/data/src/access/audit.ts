import { text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { prisma } from "../database/pools";
import type { Records, Transaction } from "../database/transaction";

/** An act of a person or an operator. */
export interface AuditEntry {
  id: string;
  at: Date;
  /** Who did it. */
  actor: string;
  /** `account.suspend`, `credits.grant`, … */
  act: string;
  accountId: string | null;
  /** What it was done to, where that is not the account. */
  subjectId: string | null;
  /** What was decided, with its note; never content. */
  detail: object;
}

/** Adds an entry. In the transaction of the act, so that there is neither without the other. */
export async function writeAudit(transaction: Transaction | Records, entry: AuditEntry): Promise<void> {
  if ("prisma" in transaction) await transaction.prisma.auditEntry.create({ data: entry });
  else await transaction.query(WRITE({ ...entry, detail: JSON.stringify(entry.detail) }));
}

/** Newest first; `after` and `before` are ids. */
export async function listAudit(
  data: Data,
  { accountId, after, before, limit }: { accountId?: string; after?: string; before?: string; limit: number },
): Promise<{ data: AuditEntry[]; hasMore: boolean }> {
  const rows = await prisma(data).auditEntry.findMany({
    where: {
      ...(accountId ? { accountId } : {}),
      id: { ...(after ? { lt: after } : {}), ...(before ? { gt: before } : {}) },
    },
    orderBy: { id: before ? "asc" : "desc" },
    take: limit + 1,
  });
  const found = rows.slice(0, limit).map((row): AuditEntry => ({ ...row, detail: row.detail as object }));
  return { data: before ? found.reverse() : found, hasMore: rows.length > limit };
}

const WRITE = unpreparedStatement(
  {
    id: text,
    at: timestamptz,
    actor: text,
    act: text,
    accountId: text.orNull,
    subjectId: text.orNull,
    detail: text,
  },
  ({ id, at, actor, act, accountId, subjectId, detail }) => `
INSERT INTO audit_entries (id, at, actor, act, account_id, subject_id, detail)
VALUES (${id}, ${at}, ${actor}, ${act}, ${accountId}, ${subjectId}, ${detail}::text::jsonb)`,
);
