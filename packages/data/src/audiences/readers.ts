import { ALL_TOPICS } from "@sendex/core/audiences/subscription";
import { mode as modeType, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import type { AudienceOwner } from "./segments";

/** How many contacts a segment has, and how many of them would not get this topic's mail, or mail of none. */
export async function countReaders(
  data: Data,
  { accountId, mode }: AudienceOwner,
  { segmentId, topicId, now }: { segmentId: string; topicId: string | null; now: Date },
): Promise<{ contacts: number; left: number }> {
  const { rows } = await plain(data).query<{
    contacts: number;
    gone: number;
    wanting: number;
    chosen: boolean;
  }>(COUNT({ accountId, mode, segmentId, topicId, now }));
  const { contacts = 0, gone = 0, wanting = 0, chosen = false } = rows[0] ?? {};
  // Of a topic that one has to choose, whoever did not has as good as left it.
  return { contacts, left: chosen ? contacts - wanting : gone };
}

// From the choices, which are few, to the contacts, each by its key: OFFSET 0 keeps a plan of a table that has just been
// filled from comparing each with each.
const COUNT = unpreparedStatement(
  { accountId: text, mode: modeType, segmentId: text, topicId: text.orNull, now: timestamptz },
  (p) => {
    const inSegment = `CROSS JOIN LATERAL (
    SELECT c.id FROM contacts c WHERE c.account_id = ${p.accountId} AND c.mode = ${p.mode} AND c.address = s.address OFFSET 0
  ) c CROSS JOIN LATERAL (
    SELECT FROM segment_contacts i WHERE i.account_id = ${p.accountId} AND i.segment_id = ${p.segmentId} AND i.contact_id = c.id OFFSET 0
  ) i`;
    const choices = `FROM subscriptions
    WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND (until IS NULL OR until > ${p.now})`;
    return `
WITH gone AS (
  SELECT DISTINCT address ${choices} AND NOT subscribed AND topic_id IN ('${ALL_TOPICS}', COALESCE(${p.topicId}, '${ALL_TOPICS}'))
), wanting AS (
  SELECT address ${choices} AND subscribed AND topic_id = ${p.topicId} EXCEPT SELECT address FROM gone
)
SELECT (SELECT count(*)::int FROM segment_contacts WHERE account_id = ${p.accountId} AND segment_id = ${p.segmentId}) AS contacts,
  (SELECT count(*)::int FROM gone s ${inSegment}) AS gone, (SELECT count(*)::int FROM wanting s ${inSegment}) AS wanting,
  EXISTS (SELECT FROM topics WHERE account_id = ${p.accountId} AND id = ${p.topicId} AND NOT subscribed) AS chosen`;
  },
);
