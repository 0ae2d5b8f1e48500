import { bucketSql } from "@sendex/core/analytics/delay";
import {
  AT_ITS_OWN_TIME,
  MAX_TOLD_TAGS,
  type Measure,
  MEASURES,
  OTHER_TAGS,
} from "@sendex/core/analytics/measures";

/**
 * What is counted becomes cells: of a quarter of an hour and of an hour, for each dimension within a sending domain
 * (ADR 20). The pieces of SQL that rolling up, counting anew and reading by message share.
 */

const TAG = "concat(t.tag ->> 'name', ':', t.tag ->> 'value')";

/** Messages `m` with what their mail is told apart by, and those of their tags that are, each once. */
export const MAILS = `
SELECT m.account_id, m.id, m.mode, m.from_domain AS domain, COALESCE(m.template_id, '') AS template, COALESCE(m.key_id, '') AS key, m.priority,
  COALESCE(m.broadcast_id, '') AS broadcast,
  COALESCE(m.scheduled_at, m.created_at) AS since, ARRAY(
    SELECT DISTINCT COALESCE((
      SELECT k.tag FROM metric_tags k WHERE k.account_id = m.account_id AND k.mode = m.mode AND k.tag = ${TAG}
    ), '${OTHER_TAGS}') FROM jsonb_array_elements(m.tags) AS t(tag)
  ) AS tags
FROM messages m`;

/** Where facts look for what they are about; everywhere, unless the caller knows better. */
interface Where {
  /** As MAILS. */
  mails?: string;
  recipients?: string;
}

/**
 * Of a table `source` of deltas (account_id, message_id, n, measure, first, at): one row a recipient, with all it is told apart
 * by, its address and when it was told.
 */
export function factsOf(
  source: string,
  { mails = `(${MAILS})`, recipients = "recipients" }: Where = {},
): string {
  return `
SELECT s.account_id, s.message_id, m.mode, m.domain, m.template, m.key, m.priority, m.broadcast, COALESCE(r.provider, '') AS provider, m.tags, s.measure, s.first,
  lower(r.address) AS address, s.at AS told_at, ${CELL_TIME} AS at, CASE WHEN s.measure = 'delivered' THEN ${bucketSql(DELAY_MS)} END AS delay
FROM ${source} s
JOIN ${mails} m ON m.account_id = s.account_id AND m.id = s.message_id
JOIN ${recipients} r ON ${OF_RECIPIENT}`;
}

/**
 * When a delta `s` counts, of a recipient `r`. What SES tells counts where the sending does; what it tells before we have
 * written the sending down, at its own time, then and when counted anew.
 */
export const CELL_TIME = `CASE WHEN s.measure IN (${quoted(AT_ITS_OWN_TIME)}) THEN s.at ELSE LEAST(r.sent_at, s.at) END`;

/** Whether a delta `s` is about a recipient `r`: one without an ordinal is about each of its message's. */
export const OF_RECIPIENT =
  "r.account_id = s.account_id AND r.message_id = s.message_id AND r.n = COALESCE(s.n, r.n)";

/** From when it was accepted, or meant to be sent. */
const DELAY_MS = "(extract(epoch FROM s.at - m.since) * 1000)";

/** What an entry `e` of a timeline counts as, as the trigger put_metric_deltas has it. */
export const MEASURE_OF_EVENT = `CASE
  WHEN e.type IN ('queued', 'scheduled') THEN 'accepted'
  WHEN e.type = 'bounced' THEN CASE e.data #>> '{bounce,type}'
    WHEN 'Permanent' THEN 'bounced_permanent' WHEN 'Transient' THEN 'bounced_transient' ELSE 'bounced_undetermined' END
  WHEN e.data ? 'machine' THEN 'machine_' || e.type
  ELSE e.type
END`;

/** Which entries are counted, as the trigger has it. */
export const IS_COUNTED = `e.subject_type = 'message' AND e.webhook IS NOT NULL AND e.type IN ('queued', 'scheduled', 'sent',
  'delivered', 'deferred', 'bounced', 'complained', 'suppressed', 'failed', 'opened', 'clicked', 'unsubscribed')`;

/** Of a recipient's entries `e`, in a subquery that has `measure`: whether it is the first of its kind. */
export const IS_FIRST = `row_number() OVER (PARTITION BY account_id, message_id, n, measure ORDER BY id) = 1`;

/** One aggregate a measure, over facts. */
export const COUNTS = MEASURES.map(
  (measure) => `count(*) FILTER (WHERE ${isOf(measure)})::int AS ${measure}`,
);

const CELL = ["account_id", "mode", "dimension", "minutes", "at", "domain", "value"] as const;
const KEY = CELL.join(", ");
const QUARTER = "date_bin('15 minutes', at, '2000-01-01Z')";

/**
 * Steps of a WITH that write the facts of a step `facts` into the cells: `counted` and `timed`. Facts that are alike are one row
 * before they are laid out by dimension and size of cell: else a fact would be a dozen rows and more.
 */
const cells = (metrics: string, delays: string): string => `
alike AS MATERIALIZED (
  SELECT account_id, mode, ${QUARTER} AS at, domain, template, key, priority, broadcast, provider, measure, first, delay,
    count(*)::int AS times
  FROM facts GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
), quarters AS (
  SELECT account_id, mode, at, domain, d.dimension, d.value, measure, first, delay, times
  FROM alike CROSS JOIN LATERAL (
    VALUES ('all', ''), ('template', template), ('key', key), ('priority', priority), ('provider', provider), ('broadcast', broadcast)
  ) AS d(dimension, value) WHERE d.dimension <> 'broadcast' OR d.value <> ''
  UNION ALL
  SELECT account_id, mode, ${QUARTER}, domain, 'tag', tag, measure, first, delay, count(*)::int
  FROM facts CROSS JOIN LATERAL unnest(tags) AS tag GROUP BY 1, 2, 3, 4, 6, 7, 8, 9
), cells AS MATERIALIZED (
  SELECT account_id, mode, dimension, g.minutes, date_bin(make_interval(mins => g.minutes), at, '2000-01-01Z') AS at, domain, value,
    measure, first, delay, sum(times)::int AS times
  FROM quarters CROSS JOIN (VALUES (15::smallint), (60::smallint)) AS g(minutes) GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
), counted AS (
  INSERT INTO metrics (${KEY}, ${MEASURES.join(", ")})
  SELECT ${KEY}, ${MEASURES.map(sumOf).join(", ")} FROM cells GROUP BY ${KEY}${metrics}
), timed AS (
  INSERT INTO metric_delays (${KEY}, bucket, count)
  SELECT ${KEY}, delay, sum(times)::int FROM cells WHERE delay IS NOT NULL GROUP BY ${KEY}, delay${delays}
)`;

/** Where there are no cells yet. */
export const WRITTEN = cells("", "");

/** Where there may be some. */
export const ADDED = cells(
  `
  ON CONFLICT (${KEY}) DO UPDATE SET ${MEASURES.map((measure) => `${measure} = metrics.${measure} + EXCLUDED.${measure}`).join(", ")}`,
  `
  ON CONFLICT (${KEY}, bucket) DO UPDATE SET count = metric_delays.count + EXCLUDED.count`,
);

/** Puts the tags of messages `m`, which have a tag `t` a row, among those that are told apart, as far as there is room. */
export function registerTags(from: string): string {
  return `
INSERT INTO metric_tags (account_id, mode, tag)
SELECT account_id, mode, tag FROM (
  SELECT u.account_id, u.mode, u.tag, row_number() OVER (PARTITION BY u.account_id, u.mode ORDER BY u.tag)
    + (SELECT count(*) FROM metric_tags k WHERE k.account_id = u.account_id AND k.mode = u.mode) AS place
  FROM (SELECT DISTINCT m.account_id, m.mode, ${TAG} AS tag FROM ${from} CROSS JOIN LATERAL jsonb_array_elements(m.tags) AS t(tag)) u
  WHERE NOT EXISTS (SELECT FROM metric_tags k WHERE k.account_id = u.account_id AND k.mode = u.mode AND k.tag = u.tag)
) new WHERE place <= ${MAX_TOLD_TAGS}`;
}

function sumOf(measure: Measure): string {
  return `COALESCE(sum(times) FILTER (WHERE ${isOf(measure)}), 0)::int`;
}

function isOf(measure: Measure): string {
  switch (measure) {
    case "unique_opened":
      return "measure = 'opened' AND first";
    case "unique_clicked":
      return "measure = 'clicked' AND first";
    case "deferred":
      return "measure = 'deferred' AND first";
    default:
      return `measure = '${measure}'`;
  }
}

/** A list of literals. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(", ");
}
