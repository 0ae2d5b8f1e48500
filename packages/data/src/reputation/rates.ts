import type { Mode } from "@sendex/core/accepting/message";
import { type Counts, SIMULATED, type SourceCounts } from "@sendex/core/reputation/rate";
import { arrayOf, bigint, mode as modeType, numberedRows, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** A span of an account's counters: from this hour on. */
export interface Span {
  accountId: string;
  since: Date;
}

/**
 * Recipients sent to since, but for the mailbox simulator's, and those of them that bounced or complained, for each span
 * in its order; of live mail, which alone is judged, unless another mode is named.
 */
export async function countRates(data: Data, spans: Span[], mode: Mode = "live"): Promise<Counts[]> {
  if (spans.length === 0) return [];
  const { rows } = await plain(data).query<{ i: number; sent: string; hurt: string }>(
    RATES({ x: spans, accountIds: spans.map(({ accountId }) => accountId), mode }),
  );
  const found = new Map(rows.map((row) => [row.i - 1, { sent: Number(row.sent), hurt: Number(row.hurt) }]));
  return spans.map((_, i) => found.get(i) ?? { sent: 0, hurt: 0 });
}

/** The same of one account, by its keys and templates. `since` by source: those that were resumed count from then on. */
export async function countSources(data: Data, { accountId, since }: Span): Promise<SourceCounts[]> {
  const { rows } = await plain(data).query<{
    kind: SourceCounts["kind"];
    id: string;
    sent: string;
    hurt: string;
  }>(SOURCES({ accountId, since }));
  return rows.map(({ kind, id, sent, hurt }) => ({ kind, id, sent: Number(sent), hurt: Number(hurt) }));
}

/** Recipients that an account had accepted since, of live mail as the guideline counts them, or of another mode. */
export async function countAccepted(
  data: Data,
  accountId: string,
  since: Date,
  mode: Mode = "live",
): Promise<number> {
  const { rows } = await plain(data).query<{ count: string }>(ACCEPTED({ accountId, since, mode }));
  return Number(rows[0]?.count ?? 0);
}

/** Of the accounts after `after`, the next that had a recipient hurt since; in the order of their ids. */
export async function accountsHurt(data: Data, since: Date, after: string, limit: number): Promise<string[]> {
  const { rows } = await plain(data).query<{ account_id: string }>(ACCOUNTS_HURT({ since, after, limit }));
  return rows.map(({ account_id }) => account_id);
}

/** Sums over rows with `event` and `count`. What went to the mailbox simulator is counted twice: as sent, and to be taken off. */
const SENT_AND_HURT = `
  COALESCE(sum(count) FILTER (WHERE event = 'sent'), 0) - COALESCE(sum(count) FILTER (WHERE event = '${SIMULATED}'), 0) AS sent,
  COALESCE(sum(count) FILTER (WHERE event = 'hurt'), 0) AS hurt`;

// What is not rolled up yet lies in a table of a few seconds' facts, without an index by account: it is read once.
const RATES = statement(
  "count-rates",
  {
    x: numberedRows<Span>({
      account_id: text(({ accountId }) => accountId),
      since: timestamptz(({ since }) => since),
    }),
    accountIds: arrayOf(text),
    mode: modeType,
  },
  ({ x, accountIds, mode }) => `
WITH x AS (
  SELECT * FROM ${x}
), fresh AS (
  SELECT account_id, hour, event, sum(count) AS count FROM statistic_deltas
  WHERE account_id = ANY (${accountIds}) AND mode = ${mode} AND event IN ('sent', 'hurt', '${SIMULATED}') GROUP BY 1, 2, 3
), facts AS (
  SELECT x.i, s.event, s.count FROM x JOIN statistics s ON s.account_id = x.account_id AND s.hour >= x.since
  WHERE s.mode = ${mode} AND s.event IN ('sent', 'hurt', '${SIMULATED}')
  UNION ALL
  SELECT x.i, f.event, f.count FROM x JOIN fresh f ON f.account_id = x.account_id AND f.hour >= x.since
)
SELECT i::int AS i, ${SENT_AND_HURT}
FROM facts GROUP BY i`,
);

const SOURCES = statement(
  "count-sources",
  { accountId: text, since: timestamptz },
  (p) => `
WITH facts AS (
  SELECT hour, event, template, key_id, count FROM statistics
  WHERE account_id = ${p.accountId} AND hour >= ${p.since} AND mode = 'live' AND event IN ('sent', 'hurt', '${SIMULATED}')
  UNION ALL
  SELECT hour, event, template, key_id, count FROM statistic_deltas
  WHERE account_id = ${p.accountId} AND hour >= ${p.since} AND mode = 'live' AND event IN ('sent', 'hurt', '${SIMULATED}')
), resumed AS (
  SELECT source_id, max(resumed_at) AS at FROM source_pauses WHERE account_id = ${p.accountId} AND resumed_at IS NOT NULL GROUP BY 1
), sources AS (
  SELECT kind, id, hour, event, count FROM facts, LATERAL (VALUES ('template', template), ('key', key_id)) AS v(kind, id) WHERE id <> ''
)
SELECT s.kind, s.id, ${SENT_AND_HURT}
FROM sources s LEFT JOIN resumed r ON r.source_id = s.id
WHERE r.at IS NULL OR s.hour > r.at
GROUP BY 1, 2`,
);

const ACCEPTED = statement(
  "count-accepted",
  { accountId: text, since: timestamptz, mode: modeType },
  (p) => `
SELECT COALESCE(sum(count), 0) AS count FROM (
  SELECT count FROM statistics WHERE account_id = ${p.accountId} AND hour >= ${p.since} AND mode = ${p.mode} AND event = 'accepted'
  UNION ALL
  SELECT count FROM statistic_deltas WHERE account_id = ${p.accountId} AND hour >= ${p.since} AND mode = ${p.mode} AND event = 'accepted'
) facts`,
);

const ACCOUNTS_HURT = statement(
  "accounts-hurt",
  { since: timestamptz, after: text, limit: bigint },
  (p) => `
SELECT DISTINCT account_id FROM statistics
WHERE event = 'hurt' AND mode = 'live' AND hour >= ${p.since} AND account_id > ${p.after} ORDER BY account_id LIMIT ${p.limit}`,
);
