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

/** Of a table `source` of deltas (account_id, message_id, n, measure, first, at): one row a recipient, with all it is told apart by.
 * What SES tells counts where the sending does; what it tells before we have written the sending down, at its own time, then and when counted anew. */
export function factsOf(source: string): string {
  return `
SELECT s.account_id, s.message_id, m.mode, m.from_domain AS domain, COALESCE(m.template_id, '') AS template, COALESCE(m.key_id, '') AS key,
  m.priority, COALESCE(r.provider, '') AS provider, m.tags, s.measure, s.first,
  CASE WHEN s.measure IN (${quoted(AT_ITS_OWN_TIME)}) THEN s.at ELSE LEAST(r.sent_at, s.at) END AS at,
  CASE WHEN s.measure = 'delivered' THEN ${bucketSql(DELAY_MS)} END AS delay
FROM ${source} s
JOIN messages m ON m.account_id = s.account_id AND m.id = s.message_id
JOIN recipients r ON r.account_id = s.account_id AND r.message_id = s.message_id AND r.n = COALESCE(s.n, r.n)`;
}

/** From when it was accepted, or meant to be sent. */
const DELAY_MS = "(extract(epoch FROM s.at - COALESCE(m.scheduled_at, m.created_at)) * 1000)";

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

/** Steps of a WITH that add up the facts of a step `facts` into the step `expanded`, a row for each cell that it belongs to. */
export const EXPANDED = `
SELECT f.account_id, f.mode, d.dimension, g.minutes, date_bin(make_interval(mins => g.minutes), f.at, '2000-01-01Z') AS at, f.domain, d.value,
  f.measure, f.first, f.delay
FROM facts f CROSS JOIN (VALUES (15::smallint), (60::smallint)) AS g(minutes) CROSS JOIN LATERAL (
  VALUES ('all', ''), ('template', f.template), ('key', f.key), ('priority', f.priority), ('provider', f.provider)
  UNION SELECT 'tag', COALESCE((
    SELECT k.tag FROM metric_tags k WHERE k.account_id = f.account_id AND k.mode = f.mode AND k.tag = ${TAG}
  ), '${OTHER_TAGS}') FROM jsonb_array_elements(f.tags) AS t(tag)
) AS d(dimension, value)`;

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

/** Adds the counts of `expanded` to the cells. */
export const ADD_METRICS = `
INSERT INTO metrics (${CELL.join(", ")}, ${MEASURES.join(", ")})
SELECT ${CELL.join(", ")}, ${COUNTS.join(", ")} FROM expanded GROUP BY ${CELL.join(", ")}
ON CONFLICT (${CELL.join(", ")}) DO UPDATE SET ${MEASURES.map((measure) => `${measure} = metrics.${measure} + EXCLUDED.${measure}`).join(", ")}`;

/** The same for the delays. */
export const ADD_DELAYS = `
INSERT INTO metric_delays (${CELL.join(", ")}, bucket, count)
SELECT ${CELL.join(", ")}, delay, count(*)::int FROM expanded WHERE delay IS NOT NULL GROUP BY ${CELL.join(", ")}, delay
ON CONFLICT (${CELL.join(", ")}, bucket) DO UPDATE SET count = metric_delays.count + EXCLUDED.count`;

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

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(", ");
}
