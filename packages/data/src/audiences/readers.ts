import type { PropertyValue } from "@sendex/core/audiences/contact";
import type { SegmentRule } from "@sendex/core/audiences/rule";
import { type Part, partOf } from "@sendex/core/audiences/subject-test";
import { ALL_TOPICS } from "@sendex/core/audiences/subscription";
import { bigint, boolean, int, mode as modeType, text, timestamptz } from "../database/parameters";
import { composed, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { keyed, plain } from "../database/pools";
import type { BroadcastRow } from "./broadcasts";
import { joinsOf, newAsking, reachedOne } from "./rule-joins";
import { countByRule } from "./rule-counts";
import { ruleCondition } from "./rules";
import type { AudienceOwner } from "./segments";
import { unwanted } from "./subscriptions";

/** Whom a broadcast is for. */

/** A contact of a window. */
export interface Reader {
  id: string;
  address: string;
  firstName: string | null;
  lastName: string | null;
  properties: Record<string, PropertyValue>;
  /** It left all such mail, or the broadcast's topic. */
  left: boolean;
  /** What it drew for this broadcast, from 0 on, the same at every look. */
  lot: number;
}

export interface ReaderWindow {
  /** Ids of contacts that were made since the broadcast began are not below it. */
  made: string;
  now: Date;
  limit: number;
}

/**
 * The next contacts of a broadcast's segment, a list or a rule, after its cursor, of those that there were before it began;
 * of a test of two subjects those of the part that is written to.
 */
export async function nextReaders(
  data: Data,
  broadcast: BroadcastRow,
  rule: SegmentRule | null,
  { made, now, limit }: ReaderWindow,
): Promise<Reader[]> {
  const { accountId, mode, id, topicId, cursor, notReachedBy } = broadcast;
  const segmentId = broadcast.segmentId ?? "";
  const window = { made, now, limit, part: partOf(broadcast) };
  const asked = { accountId, mode, id, segmentId, topicId, cursor, notReachedBy, ...window };
  const following = rule ?? (notReachedBy.length === 0 ? null : inList(segmentId));
  const { rows } = following
    ? await plain(data).query<ReaderRow>(readersByRule(asked, following))
    : await keyed(data).query<ReaderRow>(READERS({ ...asked, ...columnsOf(asked.part) }));
  return rows.map((row) => ({
    id: row.id,
    address: row.address,
    firstName: row.first_name,
    lastName: row.last_name,
    properties: row.properties,
    left: row.left,
    lot: row.lot,
  }));
}

/** A list, as a rule says it. */
function inList(segmentId: string): SegmentRule {
  return { match: "all", conditions: [{ field: `segments.${segmentId}`, operator: "equals", value: true }] };
}

function columnsOf(part: Part | null) {
  return { inTest: part?.inTest ?? null, percent: part?.percent ?? null };
}

interface Asked {
  segmentId: string;
  /** Null: it is a list. */
  rule: SegmentRule | null;
  topicId: string | null;
  /** Only whom none of these broadcasts reached. */
  notReachedBy: readonly string[];
  now: Date;
}

/** How many contacts a segment has, and how many of them would not get this topic's mail, or mail of none. */
export async function countReaders(
  data: Data,
  { accountId, mode }: AudienceOwner,
  { segmentId, rule, topicId, notReachedBy, now }: Asked,
): Promise<{ contacts: number; left: number }> {
  const following = rule ?? (notReachedBy.length === 0 ? null : inList(segmentId));
  if (following)
    return countFollowing(data, { accountId, mode }, { rule: following, topicId, notReachedBy, now });
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

async function countFollowing(
  data: Data,
  owner: AudienceOwner,
  { rule, topicId, notReachedBy, now }: Omit<Asked, "segmentId"> & { rule: SegmentRule },
): Promise<{ contacts: number; left: number }> {
  const wanting: SegmentRule = {
    match: "all",
    conditions: [
      { field: "unsubscribed", operator: "equals", value: false },
      ...(topicId === null
        ? []
        : [{ field: `topics.${topicId}`, operator: "equals" as const, value: "opt_in" }]),
    ],
  };
  const { contacts, also } = await countByRule(data, owner, rule, { now, also: wanting, notReachedBy });
  return { contacts, left: contacts - also };
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

interface ReaderRow {
  id: string;
  address: string;
  first_name: string | null;
  last_name: string | null;
  properties: Record<string, PropertyValue>;
  left: boolean;
  lot: number;
}

/** Drawn by contact and broadcast, so that nobody is in the test every time. */
const lotOf = (contact: string, broadcast: string): string =>
  `('x' || substr(md5(${contact} || ${broadcast}), 1, 7))::bit(28)::int`;

const readerColumns = (now: string, broadcast: string): string =>
  `c.id, c.address, c.first_name, c.last_name, c.properties, ${unwanted("c", now)} IS NOT NULL AS left, ${lotOf("c.id", broadcast)} AS lot`;

/** By the order of ids, so that a rule that many follow stops early. */
function readersByRule(
  {
    accountId,
    mode,
    id,
    topicId,
    cursor,
    made,
    now,
    limit,
    part,
    notReachedBy,
  }: ReaderWindow &
    Pick<BroadcastRow, "accountId" | "mode" | "id" | "topicId" | "cursor" | "notReachedBy"> & {
      part: Part | null;
    },
  rule: SegmentRule,
) {
  return composed((place) => {
    const asking = newAsking(place, now, accountId);
    const belongs = ruleCondition(rule, asking);
    const missed = notReachedBy.length === 0 ? "" : ` AND ${reachedOne(asking, notReachedBy)} IS NULL`;
    const lotPercent = () => `${lotOf("c.id", place(text, id))} % 100`;
    const inPart = part
      ? ` AND (${lotPercent()} < ${place(int, part.percent)}) = ${place(boolean, part.inTest)}`
      : "";
    return `
SELECT ${readerColumns(place(timestamptz, now), place(text, id))} FROM (
  SELECT c.*, 'bulk' AS priority, ${place(text.orNull, topicId)}::text AS topic_id FROM contacts c ${joinsOf(asking)}
  WHERE c.account_id = ${place(text, accountId)} AND c.mode = ${place(modeType, mode)}
    AND c.id > ${place(text, cursor)} AND c.id < ${place(text, made)} AND ${belongs}${missed}${inPart}
  ORDER BY c.id LIMIT ${place(bigint, limit)}
) c ORDER BY c.id`;
  });
}

const READERS = unpreparedStatement(
  {
    accountId: text,
    mode: modeType,
    id: text,
    segmentId: text,
    topicId: text.orNull,
    cursor: text,
    made: text,
    now: timestamptz,
    limit: bigint,
    percent: int.orNull,
    inTest: boolean.orNull,
  },
  (p) => `
SELECT ${readerColumns(p.now, p.id)} FROM (
  SELECT c.*, 'bulk' AS priority, ${p.topicId}::text AS topic_id FROM segment_contacts s
  JOIN contacts c ON c.account_id = s.account_id AND c.mode = ${p.mode} AND c.id = s.contact_id
  WHERE s.account_id = ${p.accountId} AND s.segment_id = ${p.segmentId} AND s.contact_id > ${p.cursor} AND s.contact_id < ${p.made}
    AND (${p.percent}::int IS NULL OR (${lotOf("s.contact_id", p.id)} % 100 < ${p.percent}) = ${p.inTest})
  ORDER BY s.contact_id LIMIT ${p.limit}
) c
ORDER BY c.id`,
);
