import { UNSETTLED_STATUSES } from "@sendex/core/reports/status";
import { FORGET_SAID } from "./forget-told";
import { arrayOf, bigint, rows, text } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** An account that keeps content only until its message is settled. */
export interface OptedOut {
  accountId: string;
  /** Messages up to this one were looked at in the last run: the next goes on from here. */
  after: string;
  /** The content review has looked at, or past, messages up to this one. */
  reviewedTo: string | null;
}

/** The next of them, by id. */
export async function optedOut(data: Data, after: string, limit: number): Promise<OptedOut[]> {
  const { rows } = await plain(data).query<{ id: string; erase_after: string; reviewed_to: string | null }>(
    OPTED_OUT({ after, limit }),
  );
  return rows.map((row) => ({ accountId: row.id, after: row.erase_after, reviewedTo: row.reviewed_to }));
}

/** One account's part of a page: its messages with content, after the first and up to the second. */
export interface EraseRange extends Omit<OptedOut, "reviewedTo"> {
  upTo: string;
}

/** What became of an account's part: looked at so many, erased so many, the last one that was looked at. */
export interface ErasedRange {
  accountId: string;
  looked: number;
  erased: number;
  last: string;
}

/**
 * Erases the contents of settled messages, `each` messages an account, with their subjects and what goes with them.
 * The stored contents are the list of what is left to erase, so there is no other list.
 */
export async function eraseSettled(data: Data, ranges: EraseRange[], each: number): Promise<ErasedRange[]> {
  const { rows } = await plain(data).query<{
    account_id: string;
    looked: number;
    erased: number;
    last: string;
  }>(ERASE({ a: ranges, each, unsettled: UNSETTLED_STATUSES }));
  return rows.map(({ account_id: accountId, ...row }) => ({ accountId, ...row }));
}

/** Stores how far each account was looked through; after the end the next run begins anew. */
export async function keepEraseAfter(data: Data, accounts: Omit<OptedOut, "reviewedTo">[]): Promise<void> {
  await plain(data).query(KEEP({ x: accounts }));
}

// A plan that is made once would have to guess how many messages are meant.
const ERASE = unpreparedStatement(
  {
    a: rows<EraseRange>({
      account_id: text(({ accountId }) => accountId),
      after: text(({ after }) => after),
      up_to: text(({ upTo }) => upTo),
    }),
    each: bigint,
    unsettled: arrayOf(text),
  },
  ({ a, each, unsettled }) => `
WITH a AS (
  SELECT * FROM ${a}
), page AS (
  SELECT a.account_id, c.message_id FROM a CROSS JOIN LATERAL (
    SELECT c.message_id FROM contents c WHERE c.account_id = a.account_id AND c.message_id > a.after AND c.message_id <= a.up_to
    GROUP BY c.message_id ORDER BY c.message_id LIMIT ${each}
  ) c
), settled AS (
  SELECT p.account_id, p.message_id FROM page p WHERE NOT EXISTS (
    SELECT 1 FROM recipients r WHERE r.account_id = p.account_id AND r.message_id = p.message_id AND r.status = ANY (${unsettled}))
), ${FORGET_SAID}, erased AS (
  DELETE FROM contents c USING settled s WHERE c.account_id = s.account_id AND c.message_id = s.message_id
)
SELECT page.account_id, count(*)::int AS looked, count(s.message_id)::int AS erased, max(page.message_id) AS last
FROM page LEFT JOIN settled s USING (account_id, message_id) GROUP BY 1`,
);

const KEEP = statement(
  "keep-erase-after",
  {
    x: rows<Omit<OptedOut, "reviewedTo">>({
      id: text(({ accountId }) => accountId),
      after: text(({ after }) => after),
    }),
  },
  ({ x }) => `
UPDATE accounts a SET erase_after = x.after FROM ${x} WHERE a.id = x.id AND a.erase_after <> x.after`,
);

const OPTED_OUT = statement(
  "opted-out",
  { after: text, limit: bigint },
  (p) => `
SELECT id, erase_after, reviewed_to FROM accounts
WHERE NOT keep_content AND id > ${p.after} ORDER BY id LIMIT ${p.limit}`,
);
