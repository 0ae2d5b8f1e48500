import { bigint, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/**
 * Closes notifications about an account's mail that are not taken in yet, those alone that name an address if one is
 * given (lower-case); how many. What they said is not known to the messages then.
 */
export async function eraseNotifications(
  data: Data,
  { accountId, address = "" }: { accountId: string; address?: string },
  now: Date,
): Promise<number> {
  const { rowCount } = await plain(data).query(ERASE({ accountId, address, now }));
  return rowCount ?? 0;
}

/** Closes what came before `before` and could not be taken in until now, a bounded number; how many. */
export async function expireNotifications(
  data: Data,
  before: Date,
  now: Date,
  limit: number,
): Promise<number> {
  const { rowCount } = await plain(data).query(EXPIRE({ before, now, limit }));
  return rowCount ?? 0;
}

// Those that are not done are few, and have an index of their own. Every text has the empty one in it.
const ERASE = unpreparedStatement(
  { accountId: text, address: text, now: timestamptz },
  (p) => `
UPDATE notifications SET done_at = ${p.now}, admitted_until = NULL, result = 'erased', body = ''
WHERE done_at IS NULL AND position(${p.accountId} IN body) > 0 AND position(${p.address} IN lower(body)) > 0`,
);

const EXPIRE = unpreparedStatement(
  { before: timestamptz, now: timestamptz, limit: bigint },
  (p) => `
UPDATE notifications SET done_at = ${p.now}, admitted_until = NULL, result = 'expired', body = ''
WHERE id IN (SELECT id FROM notifications WHERE done_at IS NULL AND received_at < ${p.before} LIMIT ${p.limit} FOR UPDATE SKIP LOCKED)`,
);
