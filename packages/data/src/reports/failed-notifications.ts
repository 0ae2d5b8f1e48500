import { type NewDeadLetter, putDeadLetters } from "../sending/dead-letters";
import type { Data } from "../database/open";
import { type Transaction, keyedTransaction } from "../database/transaction";

/**
 * Counts a failure of an open notification. It is admitted again at `again`; with the last failure that is allowed it
 * is not, and `letter` is put down in its place.
 */
export async function failNotification(
  data: Data,
  letter: NewDeadLetter,
  again: Date,
  mostFailures: number,
): Promise<{ failures: number; dead: boolean }> {
  return keyedTransaction(data, async (client) => {
    const { rows } = await client.query<{ failures: number }>(FAIL, [letter.subjectId, again, mostFailures]);
    const failures = rows[0]?.failures ?? 0;
    const dead = failures >= mostFailures;
    if (dead) await putDeadLetters(client, [letter]);
    return { failures, dead };
  });
}

/** Dead notifications → open ones like any other, to be admitted from now on. */
export async function reopenNotifications(client: Transaction, ids: string[], now: Date): Promise<void> {
  await client.query(REOPEN, [ids, now]);
}

/** Closes dead notifications: nothing of them is taken in. */
export async function abandonNotifications(
  client: Transaction,
  ids: string[],
  result: string,
  now: Date,
): Promise<void> {
  await client.query(ABANDON, [ids, result, now]);
}

// Without a time to be admitted again, admission leaves it out; and it is not done, so nothing forgets it.
const FAIL = `
UPDATE notifications SET failures = failures + 1, admitted_until = CASE WHEN failures + 1 < $3 THEN $2::timestamptz END
WHERE id = $1 AND done_at IS NULL RETURNING failures`;

const REOPEN = `
UPDATE notifications SET failures = 0, admitted_until = $2
WHERE id = ANY ($1::text[]) AND done_at IS NULL AND admitted_until IS NULL`;

const ABANDON = `
UPDATE notifications SET done_at = $3, result = $2, body = ''
WHERE id = ANY ($1::text[]) AND done_at IS NULL AND admitted_until IS NULL`;
