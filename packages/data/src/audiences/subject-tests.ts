import {
  COUNTED_TEST_MAILS,
  VARIANT_TAG,
  type Variant,
  type VariantCounts,
} from "@sendex/core/audiences/subject-test";
import { bigint, mode as modeType, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { keyed, plain } from "../database/pools";
import type { BroadcastRow } from "./broadcasts";
import type { BroadcastKey } from "./broadcast-windows";

/** How a test of two subjects comes to its end, and what became of its mails. */

/** All mails of the test have been tried: the broadcast waits for its decision until `turnAt`. */
export async function waitForDecision(
  data: Data,
  { accountId, mode, id }: BroadcastKey,
  { now, turnAt }: { now: Date; turnAt: Date },
): Promise<void> {
  await plain(data).query(WAIT({ accountId, mode, id, now, turnAt }));
}

/**
 * Has the rest of the contacts get the winner's subject, from the first contact on. What a tempo would have allowed while
 * the test waited is not made up for. False where that was decided before.
 */
export async function decideTest(
  data: Data,
  { accountId, mode, id }: BroadcastKey,
  { winner, now }: { winner: Variant; now: Date },
): Promise<boolean> {
  const { rowCount } = await plain(data).query(DECIDE({ accountId, mode, id, winner, now }));
  return rowCount === 1;
}

/** Of the first mails of the test. */
export async function countVariants(
  data: Data,
  { accountId, id, testEndedAt, testMails }: BroadcastRow,
): Promise<Record<Variant, VariantCounts>> {
  const limit = testEndedAt ? Math.min(testMails, COUNTED_TEST_MAILS) : COUNTED_TEST_MAILS;
  const { rows } = await keyed(data).query<VariantCounts & { variant: Variant }>(
    COUNT({ accountId, id, limit }),
  );
  const countsOf = (variant: Variant): VariantCounts => {
    const row = rows.find((one) => one.variant === variant);
    return { delivered: row?.delivered ?? 0, opened: row?.opened ?? 0, clicked: row?.clicked ?? 0 };
  };
  return { a: countsOf("a"), b: countsOf("b") };
}

const WAIT = unpreparedStatement(
  { accountId: text, mode: modeType, id: text, now: timestamptz, turnAt: timestamptz },
  (p) => `
UPDATE broadcasts SET test_mails = CASE WHEN test_ended_at IS NULL THEN made ELSE test_mails END,
  test_ended_at = COALESCE(test_ended_at, ${p.now}), turn_at = ${p.turnAt}
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id} AND state = 'sending' AND exhausted AND winner IS NULL`,
);

const DECIDE = unpreparedStatement(
  { accountId: text, mode: modeType, id: text, winner: text, now: timestamptz },
  (p) => `
UPDATE broadcasts SET winner = ${p.winner}, cursor = '', exhausted = false, turn_at = CASE state WHEN 'sending' THEN ${p.now}::timestamptz END,
  paced_since = ${p.now}, paced_made = made
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id} AND state IN ('sending', 'paused') AND test_ended_at IS NOT NULL
  AND winner IS NULL`,
);

const by = (type: string): string =>
  `count(*) FILTER (WHERE EXISTS (
    SELECT FROM events e WHERE e.account_id = m.account_id AND e.subject_id = m.id AND e.type = '${type}' AND (e.data ->> 'machine') IS NULL
  ))::int AS ${type}`;

const COUNT = unpreparedStatement(
  { accountId: text, id: text, limit: bigint },
  (p) => `
SELECT m.variant, count(*) FILTER (WHERE EXISTS (
    SELECT FROM recipients r WHERE r.account_id = m.account_id AND r.message_id = m.id AND r.delivered_at IS NOT NULL
  ))::int AS delivered, ${by("opened")}, ${by("clicked")}
FROM (
  SELECT account_id, id, (SELECT t.tag ->> 'value' FROM jsonb_array_elements(tags) AS t(tag) WHERE t.tag ->> 'name' = '${VARIANT_TAG}') AS variant
  FROM messages WHERE account_id = ${p.accountId} AND broadcast_id = ${p.id} ORDER BY id LIMIT ${p.limit}
) m GROUP BY 1`,
);
