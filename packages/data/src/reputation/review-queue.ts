import { isVerified } from "../access/conditions";
import { arrayOf, bigint, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain, prisma } from "../database/pools";

/** An account with live mail that the content review has not looked past. */
export interface AccountToReview {
  accountId: string;
  tier: string;
  createdAt: Date;
  /** It went over its guideline today. */
  crossed: boolean;
  /** The next messages, the oldest first. */
  messageIds: string[];
}

/** What is read of a message to review it. */
export interface ReviewedMessage {
  accountId: string;
  id: string;
  from: string;
  replyTo: string[];
  subject: string | null;
  dataKey: Uint8Array;
  /** Null: erased. */
  body: Uint8Array | null;
  verifiedDomains: string[];
}

/** Accounts that sent since `hour` and come after `after`, with the next messages that were not looked at. */
export async function accountsToReview(
  data: Data,
  page: { hour: Date; today: Date; after: string; from: string; accounts: number; messages: number },
): Promise<AccountToReview[]> {
  const day = page.today.toISOString().slice(0, 10);
  const { rows } = await plain(data).query<AccountRow>(ACCOUNTS({ ...page, day }));
  return rows.map((row) => ({
    accountId: row.account_id,
    tier: row.tier,
    createdAt: row.created_at,
    crossed: row.crossed,
    messageIds: row.ids ?? [],
  }));
}

export async function readReviewed(
  data: Data,
  accountId: string,
  messageIds: string[],
): Promise<ReviewedMessage[]> {
  if (messageIds.length === 0) return [];
  const { rows } = await plain(data).query<MessageRow>(MESSAGES({ accountId, messageIds }));
  return rows.map((row) => ({
    accountId,
    id: row.id,
    from: row.from_header,
    replyTo: row.addresses.replyTo,
    subject: row.subject,
    dataKey: row.data_key,
    body: row.sealed,
    verifiedDomains: row.domains ?? [],
  }));
}

/** The review has looked at, or past, this account's messages up to this one. */
export async function noteReviewed(data: Data, accountId: string, messageId: string): Promise<void> {
  await plain(data).query(NOTE_REVIEWED({ accountId, messageId }));
}

/** The review looks at an account's mail again from here on. */
export async function reviewAgainFrom(data: Data, accountId: string, floor: string): Promise<void> {
  await prisma(data).account.updateMany({ where: { id: accountId }, data: { reviewedTo: floor } });
}

interface AccountRow {
  account_id: string;
  tier: string;
  created_at: Date;
  crossed: boolean;
  ids: string[] | null;
}

interface MessageRow {
  id: string;
  from_header: string;
  addresses: { replyTo: string[] };
  subject: string | null;
  data_key: Buffer;
  sealed: Buffer | null;
  domains: string[] | null;
}

// Of an account that is being erased nothing opens any more.
const ACCOUNTS = statement(
  "accounts-to-review",
  { hour: timestamptz, day: text, after: text, from: text, accounts: bigint, messages: bigint },
  ({ hour, day, after, from, accounts, messages }) => `
SELECT a.id AS account_id, a.tier, a.created_at, COALESCE(a.crossed_on = ${day}::text::date, false) AS crossed, m.ids
FROM (
  SELECT DISTINCT account_id FROM statistics
  WHERE event = 'accepted' AND mode = 'live' AND hour >= ${hour} AND account_id > ${after}
    AND account_id NOT IN (SELECT id FROM accounts WHERE erasing_since IS NOT NULL AND erased_at IS NULL) ORDER BY account_id LIMIT ${accounts}
) s JOIN accounts a ON a.id = s.account_id
LEFT JOIN LATERAL (
  SELECT array_agg(x.id ORDER BY x.id) AS ids FROM (
    SELECT m.id FROM messages m
    WHERE m.account_id = a.id AND m.id > GREATEST(COALESCE(a.reviewed_to, ${from}), ${from}) AND m.mode = 'live' ORDER BY m.id LIMIT ${messages}
  ) x
) m ON true
ORDER BY a.id`,
);

const MESSAGES = statement(
  "read-reviewed",
  { accountId: text, messageIds: arrayOf(text) },
  (p) => `
SELECT m.id, m.from_header, m.addresses, m.subject, a.data_key, c.sealed,
  (SELECT array_agg(d.name) FROM domains d WHERE d.account_id = a.id AND ${isVerified("d")}) AS domains
FROM messages m JOIN accounts a ON a.id = m.account_id
LEFT JOIN contents c ON c.account_id = m.account_id AND c.message_id = m.id AND c.field = 'body'
WHERE m.account_id = ${p.accountId} AND m.id = ANY (${p.messageIds}::text[]) ORDER BY m.id`,
);

const NOTE_REVIEWED = unpreparedStatement(
  { accountId: text, messageId: text },
  (p) => `
UPDATE accounts SET reviewed_to = ${p.messageId}
WHERE id = ${p.accountId} AND (reviewed_to IS NULL OR reviewed_to < ${p.messageId})`,
);
