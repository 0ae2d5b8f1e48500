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
  const { rowCount } = await plain(data).query(ERASE, [accountId, address, now]);
  return rowCount ?? 0;
}

/** Closes what came before `before` and could not be taken in until now, a bounded number; how many. */
export async function expireNotifications(
  data: Data,
  before: Date,
  now: Date,
  limit: number,
): Promise<number> {
  const { rowCount } = await plain(data).query(EXPIRE, [before, now, limit]);
  return rowCount ?? 0;
}

// Those that are not done are few, and have an index of their own. Every text has the empty one in it.
const ERASE = `
UPDATE notifications SET done_at = $3, admitted_until = NULL, result = 'erased', body = ''
WHERE done_at IS NULL AND position($1 IN body) > 0 AND position($2 IN lower(body)) > 0`;

const EXPIRE = `
UPDATE notifications SET done_at = $2, admitted_until = NULL, result = 'expired', body = ''
WHERE id IN (SELECT id FROM notifications WHERE done_at IS NULL AND received_at < $1 LIMIT $3 FOR UPDATE SKIP LOCKED)`;
