import { type NewDeadLetter, putDeadLetters } from "../sending/dead-letters";
import { arrayOf, int, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
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
    const { rows } = await client.query<{ failures: number }>(
      FAIL({ id: letter.subjectId, again, mostFailures }),
    );
    const failures = rows[0]?.failures ?? 0;
    const dead = failures >= mostFailures;
    if (dead) await putDeadLetters(client, [letter]);
    return { failures, dead };
  });
}

/** Dead notifications → open ones like any other, to be admitted from now on. */
export async function reopenNotifications(client: Transaction, ids: string[], now: Date): Promise<void> {
  await client.query(REOPEN({ ids, now }));
}

/** Closes dead notifications: nothing of them is taken in. */
export async function abandonNotifications(
  client: Transaction,
  ids: string[],
  result: string,
  now: Date,
): Promise<void> {
  await client.query(ABANDON({ ids, result, now }));
}

// Without a time to be admitted again, admission leaves it out; and it is not done, so nothing forgets it.
const FAIL = unpreparedStatement(
  { id: text, again: timestamptz, mostFailures: int },
  (p) => `
UPDATE notifications SET failures = failures + 1, admitted_until = CASE WHEN failures + 1 < ${p.mostFailures} THEN ${p.again}::timestamptz END
WHERE id = ${p.id} AND done_at IS NULL RETURNING failures`,
);

const REOPEN = unpreparedStatement(
  { ids: arrayOf(text), now: timestamptz },
  (p) => `
UPDATE notifications SET failures = 0, admitted_until = ${p.now}
WHERE id = ANY (${p.ids}::text[]) AND done_at IS NULL AND admitted_until IS NULL`,
);

const ABANDON = unpreparedStatement(
  { ids: arrayOf(text), result: text, now: timestamptz },
  (p) => `
UPDATE notifications SET done_at = ${p.now}, result = ${p.result}, body = ''
WHERE id = ANY (${p.ids}::text[]) AND done_at IS NULL AND admitted_until IS NULL`,
);
