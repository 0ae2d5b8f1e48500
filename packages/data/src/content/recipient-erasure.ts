import { type AddressLists, ERASED_ADDRESS } from "@sendex/core/content/erased";
import { OWN_STATES, type RecipientStatus } from "@sendex/core/reports/status";
import { QUOTES, UNQUOTED } from "../reputation/review-cases";
import { FORGET_TOLD } from "./forget-told";
import { arrayOf, bigint, rows, smallint, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import type { Transaction } from "../database/transaction";

/** The next messages of an account to an address, newest first; `address` is lower-case. By recipients_address_idx. */
export async function messagesTo(
  data: Data,
  accountId: string,
  address: string,
  page: { before: string | null; limit: number },
): Promise<string[]> {
  const { rows } = await plain(data).query<{ message_id: string }>(
    MESSAGES_TO({ accountId, address, before: page.before, limit: page.limit }),
  );
  return rows.map(({ message_id }) => message_id);
}

/** A recipient of one of these messages, locked. */
export interface LockedRecipient {
  messageId: string;
  n: number;
  status: RecipientStatus;
  /** It is the address in question. */
  named: boolean;
}

/** Locks the recipients of messages until the transaction ends, in the order that all statements keep. */
export async function lockRecipientsOf(
  client: Transaction,
  accountId: string,
  messageIds: string[],
  address: string,
): Promise<LockedRecipient[]> {
  const { rows } = await client.query<Omit<LockedRecipient, "messageId"> & { message_id: string }>(
    LOCK({ accountId, messageIds, address }),
  );
  return rows.map(({ message_id: messageId, ...row }) => ({ messageId, ...row }));
}

type WaitingRecipient = Pick<LockedRecipient, "messageId" | "n">;

/** Cancels locked recipients that wait, whether or not they were tried before; what they cost is looked at at once. */
export async function cancelRecipients(
  client: Transaction,
  accountId: string,
  recipients: WaitingRecipient[],
  now: Date,
): Promise<void> {
  if (recipients.length === 0) return;
  const messageIds = recipients.map(({ messageId }) => messageId);
  await client.query(CANCEL({ x: recipients, accountId, rank: OWN_STATES.cancelled.rank }));
  await client.query(LOOK_AT_HOLDS({ accountId, messageIds, now }));
}

interface VisibleAddresses {
  messageId: string;
  addresses: AddressLists;
}

/** The visible addresses of these messages. */
export async function readAddresses(
  client: Transaction,
  accountId: string,
  messageIds: string[],
): Promise<VisibleAddresses[]> {
  const { rows } = await client.query<{ message_id: string; addresses: AddressLists }>(
    READ_ADDRESSES({ accountId, messageIds }),
  );
  return rows.map(({ message_id: messageId, addresses }) => ({ messageId, addresses }));
}

/**
 * Erases an address in locked, settled messages: the recipient and what remote servers said of it, the visible addresses
 * (already without it), subject, metadata and content, and who opened and clicked.
 */
export async function eraseInMessages(
  client: Transaction,
  accountId: string,
  address: string,
  messages: VisibleAddresses[],
): Promise<void> {
  if (messages.length === 0) return;
  const ids = messages.map(({ messageId }) => messageId);
  await client.query(ERASE_SAID({ accountId, address, messageIds: ids }));
  await client.query(ERASE({ x: messages, accountId, address, erased: ERASED_ADDRESS }));
}

/** Where idempotency keys are to be looked at next. */
export interface KeyCursor {
  mode: string;
  surface: string;
  key: string;
}

/** Erases an address in the answers that are kept for idempotency keys; → the next cursor, undefined at the end. */
export async function eraseInAnswers(
  data: Data,
  accountId: string,
  address: string,
  after: KeyCursor,
  limit: number,
): Promise<KeyCursor | undefined> {
  const { rows } = await plain(data).query<KeyCursor>(
    ERASE_ANSWERS({
      accountId,
      ...after,
      limit,
      pattern: patternOf(address),
      erased: JSON.stringify(ERASED_ADDRESS),
    }),
  );
  return rows[0];
}

/** As a JSON string, in any case: not the end of a longer address. */
function patternOf(address: string): string {
  return JSON.stringify(address).replace(/[!-/:-@[-`{-~]/g, "\\$&");
}

const MESSAGES_TO = unpreparedStatement(
  { accountId: text, address: text, before: text.orNull, limit: bigint },
  (p) => `
SELECT DISTINCT message_id FROM recipients
WHERE account_id = ${p.accountId} AND lower(address) = ${p.address} AND (${p.before}::text IS NULL OR message_id < ${p.before}) ORDER BY message_id DESC LIMIT ${p.limit}`,
);

const LOCK = unpreparedStatement(
  { accountId: text, messageIds: arrayOf(text), address: text },
  (p) => `
SELECT message_id, n, status, lower(address) = ${p.address} AS named FROM recipients
WHERE account_id = ${p.accountId} AND message_id = ANY (${p.messageIds}::text[]) ORDER BY account_id, message_id, n FOR UPDATE`,
);

const CANCEL = unpreparedStatement(
  {
    x: rows<WaitingRecipient>({
      message_id: text(({ messageId }) => messageId),
      n: smallint(({ n }) => n),
    }),
    accountId: text,
    rank: smallint,
  },
  ({ x, accountId, rank }) => `
UPDATE recipients r SET status = 'cancelled', rank = ${rank}, due_at = NULL, admitted_until = NULL, lease_until = NULL, suspect = false
FROM ${x}
WHERE r.account_id = ${accountId} AND r.message_id = x.message_id AND r.n = x.n AND r.status IN ('scheduled', 'held', 'queued')`,
);

const LOOK_AT_HOLDS = unpreparedStatement(
  { accountId: text, messageIds: arrayOf(text), now: timestamptz },
  (p) => `
UPDATE credit_holds SET due_at = LEAST(due_at, ${p.now})
WHERE account_id = ${p.accountId} AND message_id = ANY (${p.messageIds}::text[])`,
);

// A reason of ours is one word; anything longer is a server's, and may name whom it is about.
const ERASE_SAID = unpreparedStatement(
  { accountId: text, address: text, messageIds: arrayOf(text) },
  (p) => `
WITH named AS (
  SELECT account_id, message_id, n FROM recipients
  WHERE account_id = ${p.accountId} AND message_id = ANY (${p.messageIds}::text[]) AND lower(address) = ${p.address}
), tried AS (
  UPDATE attempts a SET detail = NULL FROM named x
  WHERE (a.account_id, a.message_id, a.n) = (x.account_id, x.message_id, x.n) AND a.detail IS NOT NULL
)
UPDATE events e SET data = CASE WHEN e.data ? 'bounce' THEN jsonb_set(e.data, '{bounce,message}', '""') ELSE e.data END - ARRAY['detail', 'open', 'click']
FROM named x WHERE e.account_id = x.account_id AND e.subject_id = x.message_id AND e.n = x.n
  AND e.data ?| ARRAY['bounce', 'detail', 'open', 'click']`,
);

const ERASE = unpreparedStatement(
  {
    x: rows<VisibleAddresses>({
      message_id: text(({ messageId }) => messageId),
      addresses: text(({ addresses }) => JSON.stringify(addresses)),
    }),
    accountId: text,
    address: text,
    erased: text,
  },
  ({ x, accountId, address, erased }) => `
WITH settled AS (
  SELECT ${accountId}::text AS account_id, * FROM ${x}
), changed AS (
  UPDATE messages m SET subject = NULL, metadata = '{}', addresses = s.addresses::jsonb FROM settled s
  WHERE m.account_id = s.account_id AND m.id = s.message_id
), ${FORGET_TOLD}, unquoted AS (
  UPDATE review_cases c SET reasons = ${UNQUOTED} FROM settled s
  WHERE c.account_id = s.account_id AND c.message_id = s.message_id AND ${QUOTES}
), emptied AS (
  DELETE FROM contents c USING settled s WHERE c.account_id = s.account_id AND c.message_id = s.message_id
)
UPDATE recipients r SET address = ${erased}, reason = CASE WHEN r.reason ~ '^\\w+$' THEN r.reason END
FROM settled s WHERE r.account_id = s.account_id AND r.message_id = s.message_id AND lower(r.address) = ${address}`,
);

const ERASE_ANSWERS = unpreparedStatement(
  { accountId: text, mode: text, surface: text, key: text, limit: bigint, pattern: text, erased: text },
  ({ accountId, mode, surface, key, limit, pattern, erased }) => `
WITH page AS (
  SELECT account_id, mode, surface, key, response FROM idempotency_keys
  WHERE account_id = ${accountId} AND (mode, surface, key) > (${mode}::text::mode, ${surface}, ${key}) ORDER BY mode, surface, key LIMIT ${limit}
), erased AS (
  UPDATE idempotency_keys k SET response = regexp_replace(k.response, ${pattern}, ${erased}, 'gi') FROM page p
  WHERE p.response ~* ${pattern} AND (k.account_id, k.mode, k.surface, k.key) = (p.account_id, p.mode, p.surface, p.key)
)
SELECT mode::text, surface, key FROM page ORDER BY mode DESC, surface DESC, key DESC LIMIT 1`,
);

const READ_ADDRESSES = unpreparedStatement(
  { accountId: text, messageIds: arrayOf(text) },
  (p) => `
SELECT id AS message_id, addresses FROM messages
WHERE account_id = ${p.accountId} AND id = ANY (${p.messageIds}::text[])`,
);
