import type { ReviewLabel, ReviewReason } from "@sendex/core/reputation/review";
import type { ReviewCase } from "../generated/client";
import { tell, type Consequences } from "./standing";
import { bigint, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";
import { keyedTransaction } from "../database/transaction";

/** A message that an operator should see. */
export interface NewCase {
  accountId: string;
  id: string;
  messageId: string;
  label: ReviewLabel;
  score: number;
  structural: boolean;
  reasons: ReviewReason[];
  provider: string;
  /** What came of it at once. */
  action: "flag" | "suspend";
  createdAt: Date;
}

export interface CaseRow extends NewCase {
  decision: "legitimate" | "abuse" | null;
  decidedAt: Date | null;
  decidedBy: string | null;
  note: string | null;
}

/** A message has one at most: the first stays. */
export async function putCase(data: Data, { reasons, ...rest }: NewCase): Promise<void> {
  await prisma(data).reviewCase.createMany({
    data: [{ ...rest, reasons: reasons.map((reason) => ({ ...reason })) }],
    skipDuplicates: true,
  });
}

/** Whether a message has a case, decided or not. */
export async function hasCase(data: Data, accountId: string, messageId: string): Promise<boolean> {
  return (await prisma(data).reviewCase.count({ where: { accountId, messageId } })) > 0;
}

/** Those that wait for a decision, the oldest first; `after` is an id. */
export async function openCases(data: Data, after: string, limit: number): Promise<CaseRow[]> {
  const rows = await prisma(data).reviewCase.findMany({
    where: { decidedAt: null, id: { gt: after } },
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map(readCase);
}

export async function findCase(data: Data, id: string): Promise<CaseRow | undefined> {
  const row = await prisma(data).reviewCase.findFirst({ where: { id } });
  return row ? readCase(row) : undefined;
}

/** False where it was decided before. */
export async function closeCase(
  data: Data,
  {
    id,
    decision,
    by,
    note,
  }: { id: string; decision: "legitimate" | "abuse"; by: string; note: string | null },
  told: Consequences,
  now: Date,
): Promise<boolean> {
  return keyedTransaction(data, async (client) => {
    const { rowCount } = await client.query(CLOSE({ id, decision, now, by, note }));
    if (rowCount !== 1) return false;
    await tell(client, told, now);
    return true;
  });
}

function readCase(row: ReviewCase): CaseRow {
  // The parse boundary: only putCase and closeCase write these.
  return {
    ...row,
    label: row.label as ReviewLabel,
    reasons: row.reasons as unknown as ReviewReason[],
    action: row.action as NewCase["action"],
    decision: row.decision as CaseRow["decision"],
  };
}

/** Leaves of cases about messages made before `before` what was found, without the words it was found in; how many. */
export async function forgetQuotes(data: Data, before: string, limit: number): Promise<number> {
  const { rowCount } = await plain(data).query(FORGET_QUOTES({ before, limit }));
  return rowCount ?? 0;
}

/** A case's reasons by their names alone; `c` is the row. */
export const UNQUOTED = `(SELECT jsonb_agg(jsonb_set(r, '{sentence}', '""')) FROM jsonb_array_elements(c.reasons) r)`;

/** Whether `c` quotes anything. */
export const QUOTES = `jsonb_path_exists(c.reasons, '$[*].sentence ? (@ != "")')`;

const FORGET_QUOTES = unpreparedStatement(
  { before: text, limit: bigint },
  (p) => `
UPDATE review_cases c SET reasons = ${UNQUOTED} WHERE (c.account_id, c.id) IN (
  SELECT c.account_id, c.id FROM review_cases c WHERE c.message_id < ${p.before} AND ${QUOTES} LIMIT ${p.limit})`,
);

const CLOSE = unpreparedStatement(
  { id: text, decision: text, now: timestamptz, by: text, note: text.orNull },
  (p) => `
UPDATE review_cases SET decision = ${p.decision}, decided_at = ${p.now}, decided_by = ${p.by}, note = ${p.note}
WHERE id = ${p.id} AND decided_at IS NULL`,
);
