import { bigint, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";

const READ_HOURS =
  "SELECT hour, cursor, accepted, found, difference, checked_at, acknowledged_at FROM ledger_hours";

export const OPEN_HOURS = unpreparedStatement(
  {},
  () => `${READ_HOURS} WHERE checked_at IS NULL ORDER BY hour`,
);

export const DIFFERING_HOURS = unpreparedStatement(
  {},
  () => `${READ_HOURS} WHERE difference <> 0 AND acknowledged_at IS NULL ORDER BY hour`,
);

export const LATEST_HOURS = unpreparedStatement(
  { limit: bigint },
  ({ limit }) => `${READ_HOURS} ORDER BY hour DESC LIMIT ${limit}`,
);

export const ACKNOWLEDGE = unpreparedStatement(
  { hour: timestamptz, at: timestamptz },
  (p) => `UPDATE ledger_hours SET acknowledged_at = ${p.at} WHERE hour = ${p.hour}`,
);

export const RECHECK = unpreparedStatement(
  { hour: timestamptz },
  ({ hour }) => `
UPDATE ledger_hours SET cursor = '', accepted = 0, found = 0, difference = 0, checked_at = NULL, acknowledged_at = NULL
WHERE hour = ${hour}`,
);

// The hours are PostgreSQL's own, as in the statistics: its time zone may stand between two of UTC's.
export const BEGIN_HOURS = unpreparedStatement(
  { from: timestamptz, now: timestamptz },
  (p) => `
INSERT INTO ledger_hours (hour, cursor)
SELECT h, '' FROM generate_series(
  (SELECT COALESCE(max(hour), date_trunc('hour', ${p.from}::timestamptz)) FROM ledger_hours), date_trunc('hour', ${p.now}::timestamptz), interval '1 hour') h
ON CONFLICT DO NOTHING`,
);

export const KEEP = unpreparedStatement(
  {
    hour: timestamptz,
    cursor: text,
    accepted: bigint,
    found: bigint,
    difference: bigint,
    checkedAt: timestamptz.orNull,
  },
  ({ hour, cursor, accepted, found, difference, checkedAt }) => `
UPDATE ledger_hours SET cursor = ${cursor}, accepted = ${accepted}, found = ${found}, difference = ${difference},
  checked_at = ${checkedAt}
WHERE hour = ${hour}`,
);

export const COMPARE = statement(
  "compare-accounts",
  { hour: timestamptz, cursor: text, limit: bigint, floor: text, end: text, most: bigint },
  ({ hour, cursor, limit, floor, end, most }) => `
WITH page AS (
  SELECT id FROM accounts WHERE id > ${cursor} AND erasing_since IS NULL ORDER BY id LIMIT ${limit}
), fresh AS (
  SELECT account_id, sum(count) AS count FROM statistic_deltas WHERE hour = ${hour} AND event = 'accepted' GROUP BY 1
)
SELECT a.id AS account_id, m.messages, m.promised,
  COALESCE(f.count, 0) + (SELECT COALESCE(sum(count), 0) FROM statistics s WHERE s.account_id = a.id AND s.hour = ${hour} AND s.event = 'accepted') AS accepted,
  (SELECT count(*) FROM (SELECT 1 FROM recipients WHERE account_id = a.id AND message_id >= ${floor} AND message_id < ${end} LIMIT ${most}) x) AS found
FROM page a LEFT JOIN fresh f ON f.account_id = a.id
CROSS JOIN LATERAL (
  SELECT count(*) AS messages, COALESCE(sum(recipient_count), 0) AS promised
  FROM (SELECT recipient_count FROM messages WHERE account_id = a.id AND id >= ${floor} AND id < ${end} LIMIT ${most}) x
) m
ORDER BY a.id`,
);

export const COUNT_PAGE = statement(
  "count-page",
  { accountId: text, after: text, end: text, limit: bigint },
  (p) => `
WITH page AS (
  SELECT id, recipient_count FROM messages WHERE account_id = ${p.accountId} AND id > ${p.after} AND id < ${p.end} ORDER BY id LIMIT ${p.limit}
)
SELECT COALESCE(sum(recipient_count), 0) AS promised, max(id) AS last,
  COALESCE(sum((SELECT count(*) FROM recipients r WHERE r.account_id = ${p.accountId} AND r.message_id = page.id)), 0) AS found
FROM page`,
);

export const INCOMPLETE = unpreparedStatement(
  { accountId: text, floor: text, end: text, limit: bigint },
  (p) => `
SELECT m.id FROM messages m WHERE m.account_id = ${p.accountId} AND m.id >= ${p.floor} AND m.id < ${p.end}
  AND m.recipient_count <> (SELECT count(*) FROM recipients r WHERE r.account_id = m.account_id AND r.message_id = m.id)
ORDER BY m.id LIMIT ${p.limit}`,
);
