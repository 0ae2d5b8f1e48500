import { addMeasures, MEASURES, type Measures, noMeasures, ratesOf } from "@sendex/core/analytics/measures";
import type { BounceWord, Outcome } from "@sendex/core/audiences/broadcast";
import { RANK } from "@sendex/core/reports/status";
import { countsOf } from "../analytics/read";
import { bigint, mode as modeType, smallint, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { keyed, plain } from "../database/pools";
import type { Page, Paged } from "./page";
import type { BroadcastKey } from "./broadcast-windows";

/** What became of a broadcast's mails. */

export interface BroadcastRecipient {
  /** The message's, which pages go by. */
  id: string;
  address: string;
  /** Null: it is no contact any more. */
  contactId: string | null;
  /** Of opens or clicks by people, where those are asked for. */
  count: number;
  links: { url: string; clicks: number }[];
  /** Of the last bounce. */
  bounceType: BounceWord | null;
}

export interface RecipientQuery extends Page {
  outcome: Outcome;
  /** A whole address, lower-case. */
  address?: string;
  bounceType?: BounceWord;
}

/** Those of a broadcast's recipients of which this is so, the last mail first. */
export async function listRecipients(
  data: Data,
  { accountId, mode, id }: BroadcastKey,
  { outcome, address, bounceType, limit, after, before }: RecipientQuery,
): Promise<Paged<BroadcastRecipient>> {
  const backwards = before !== undefined;
  const asked = {
    accountId,
    mode,
    id,
    outcome,
    limit: limit + 1,
    sentRank: RANK.sent,
    closedRank: RANK.closed,
  };
  const narrowed = { address: address ?? null, bounceType: bounceType ?? null };
  const { rows } = await keyed(data).query<RecipientRow>(
    (backwards ? NEWER : OLDER)({ ...asked, ...narrowed, after: after ?? null, before: before ?? null }),
  );
  const page = rows.slice(0, limit).map(readRecipient);
  return { data: backwards ? page.reverse() : page, hasMore: rows.length > limit };
}

export interface ClickedLink {
  id: string;
  url: string;
  clicks: number;
  uniqueClicks: number;
}

/** The links that people followed, the most followed first; at most `limit`. */
export async function clickedLinks(
  data: Data,
  { accountId, id }: BroadcastKey,
  limit: number,
): Promise<ClickedLink[]> {
  const { rows } = await keyed(data).query<{
    id: string;
    url: string;
    clicks: number;
    unique_clicks: number;
  }>(LINKS({ accountId, id, limit }));
  return rows.map((row) => ({
    id: row.id,
    url: row.url,
    clicks: row.clicks,
    uniqueClicks: row.unique_clicks,
  }));
}

/** What was counted of a broadcast's mails since the beginning of its first hour, a few seconds ago. */
export async function countOutcomes(data: Data, { accountId, mode, id }: BroadcastKey, since: Date) {
  const asked = { accountId, mode, id, since };
  const { rows } = await plain(data).query<Record<keyof Measures, string>>(COUNTS(asked));
  const counts = addMeasures([noMeasures(), ...rows.map(countsOf)]);
  return { counts, rates: ratesOf(counts) };
}

/** Of a broadcast's first mails: how many SES took, and how many of those bounced for good or were complained of. */
export async function firstOutcomes(
  data: Data,
  { accountId, id }: BroadcastKey,
  limit: number,
): Promise<{ sent: number; hurt: number }> {
  const asked = {
    accountId,
    id,
    limit,
    sentRank: RANK.sent,
    hurtRank: RANK.bounced,
    closedRank: RANK.closed,
  };
  const { rows } = await keyed(data).query<{ sent: number; hurt: number }>(FIRST(asked));
  return rows[0] ?? { sent: 0, hurt: 0 };
}

interface RecipientRow {
  id: string;
  address: string;
  contact_id: string | null;
  count: number | null;
  links: { url: string; clicks: number }[] | null;
  bounce_type: BounceWord | null;
}

function readRecipient(row: RecipientRow): BroadcastRecipient {
  return {
    id: row.id,
    address: row.address,
    contactId: row.contact_id,
    count: row.count ?? 0,
    links: row.links ?? [],
    bounceType: row.bounce_type,
  };
}

const PEOPLE = "(e.data ->> 'machine') IS NULL";
const eventOf = (types: string): string =>
  `FROM events e WHERE e.account_id = m.account_id AND e.subject_id = m.id AND e.type IN (${types})`;

const page = (order: "ASC" | "DESC") =>
  unpreparedStatement(
    {
      ...{ accountId: text, mode: modeType, id: text, outcome: text, limit: bigint },
      ...{ sentRank: smallint, closedRank: smallint, address: text.orNull, bounceType: text.orNull },
      ...{ after: text.orNull, before: text.orNull },
    },
    (p) => `
SELECT page.id, page.address, c.id AS contact_id, page.bounce_type, told.count, told.links FROM (
  SELECT m.account_id, m.id, r.address, b.type AS bounce_type
  FROM messages m JOIN recipients r ON r.account_id = m.account_id AND r.message_id = m.id
  LEFT JOIN LATERAL (
    SELECT lower(e.data -> 'bounce' ->> 'type') AS type ${eventOf("'bounced'")} AND ${p.outcome} = 'bounced' ORDER BY e.id DESC LIMIT 1
  ) b ON true
  WHERE m.account_id = ${p.accountId} AND m.broadcast_id = ${p.id} AND m.mode = ${p.mode}
    AND (${p.after}::text IS NULL OR m.id < ${p.after}) AND (${p.before}::text IS NULL OR m.id > ${p.before})
    AND (${p.address}::text IS NULL OR lower(r.address) = ${p.address}) AND (${p.bounceType}::text IS NULL OR b.type = ${p.bounceType})
    AND CASE ${p.outcome}
      WHEN 'sent' THEN r.rank >= ${p.sentRank} AND r.rank < ${p.closedRank}
      WHEN 'delivered' THEN r.delivered_at IS NOT NULL
      WHEN 'opened' THEN EXISTS (SELECT ${eventOf("'opened'")} AND ${PEOPLE})
      WHEN 'clicked' THEN EXISTS (SELECT ${eventOf("'clicked'")} AND ${PEOPLE})
      WHEN 'bounced' THEN b.type IS NOT NULL
      WHEN 'unsubscribed' THEN EXISTS (SELECT ${eventOf("'unsubscribed'")})
        OR EXISTS (SELECT FROM subscriptions s WHERE s.account_id = m.account_id AND s.mode = m.mode AND s.address = lower(r.address) AND s.message_id = m.id AND NOT s.subscribed)
      ELSE r.status = ${p.outcome}
    END
  ORDER BY m.id ${order} LIMIT ${p.limit}
) page
LEFT JOIN contacts c ON c.account_id = page.account_id AND c.mode = ${p.mode} AND c.address = lower(page.address)
LEFT JOIN LATERAL (
  SELECT sum(clicks)::int AS count, json_agg(json_build_object('url', url, 'clicks', clicks) ORDER BY clicks DESC, url) FILTER (WHERE url IS NOT NULL) AS links
  FROM (
    SELECT e.data -> 'click' ->> 'link' AS url, count(*)::int AS clicks FROM events e
    WHERE e.account_id = page.account_id AND e.subject_id = page.id AND ${p.outcome} IN ('opened', 'clicked') AND e.type = ${p.outcome} AND ${PEOPLE}
    GROUP BY 1
  ) links
) told ON true
ORDER BY page.id ${order}`,
  );
const OLDER = page("DESC");
const NEWER = page("ASC");

const LINKS = unpreparedStatement(
  { accountId: text, id: text, limit: bigint },
  (p) => `
SELECT md5(url) AS id, url, clicks, unique_clicks FROM (
  SELECT e.data -> 'click' ->> 'link' AS url, count(*)::int AS clicks, count(DISTINCT m.id)::int AS unique_clicks
  FROM messages m JOIN events e ON e.account_id = m.account_id AND e.subject_id = m.id
  WHERE m.account_id = ${p.accountId} AND m.broadcast_id = ${p.id} AND e.type = 'clicked' AND ${PEOPLE}
  GROUP BY 1
) links WHERE url IS NOT NULL ORDER BY clicks DESC, url LIMIT ${p.limit}`,
);

const COUNTS = unpreparedStatement(
  { accountId: text, mode: modeType, id: text, since: timestamptz },
  (p) => `
SELECT ${MEASURES.map((measure) => `COALESCE(sum(${measure}), 0) AS ${measure}`).join(", ")} FROM metrics
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND dimension = 'broadcast' AND minutes = 60
  AND at >= ${p.since} AND value = ${p.id}`,
);

const FIRST = unpreparedStatement(
  { accountId: text, id: text, limit: bigint, sentRank: smallint, hurtRank: smallint, closedRank: smallint },
  (p) => `
SELECT count(*) FILTER (WHERE r.rank >= ${p.sentRank} AND r.rank < ${p.closedRank})::int AS sent,
  count(*) FILTER (WHERE r.rank >= ${p.hurtRank} AND r.rank < ${p.closedRank})::int AS hurt
FROM (
  SELECT account_id, id FROM messages WHERE account_id = ${p.accountId} AND broadcast_id = ${p.id} ORDER BY id LIMIT ${p.limit}
) m JOIN recipients r ON r.account_id = m.account_id AND r.message_id = m.id`,
);
