import { HOUR_MS } from "@sendex/kit/day";
import { idFloor } from "@sendex/crypto/token";
import { type AuditEntry, writeAudit } from "../access/audit";
import { bigint, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import { transaction } from "../database/transaction";

/** One hour of the ledger, by the time of accept. */
export interface LedgerHour {
  hour: Date;
  /** Accounts up to this one are compared. */
  cursor: string;
  /** So many recipients were counted when they were accepted, and so many rows there are. */
  accepted: number;
  found: number;
  /** Of the two, by account, summed up. */
  difference: number;
  /** Set once the hour is over and compared to its end. */
  checkedAt: Date | null;
}

/** What one account's hour came to. `promised` is the sum of its messages' recipient counts. */
export interface AccountHour {
  accountId: string;
  accepted: number;
  promised: number;
  found: number;
  /** The rows were too many to be counted at once: the figures are not all there is. */
  cut: boolean;
}

/** Hours that are not compared to their end yet, oldest first, up to the one of `now`; begins at `from`. */
export async function openHours(data: Data, from: Date, now: Date): Promise<LedgerHour[]> {
  await plain(data).query(BEGIN_HOURS, [from, now]);
  return readHours(data, "checked_at IS NULL");
}

/** Hours whose figures differ, and which no operator has acknowledged. */
export async function differingHours(data: Data): Promise<LedgerHour[]> {
  return readHours(data, "difference <> 0 AND acknowledged_at IS NULL");
}

/** The latest hours, newest first. */
export async function listHours(
  data: Data,
  limit: number,
): Promise<(LedgerHour & { acknowledgedAt: Date | null })[]> {
  const { rows } = await plain(data).query<HourRow>(`${READ_HOURS} ORDER BY hour DESC LIMIT $1`, [limit]);
  return rows.map((row) => ({ ...readHour(row), acknowledgedAt: row.acknowledged_at }));
}

/** Keeps how far an hour's comparison came. */
export async function keepHour(data: Data, hour: LedgerHour): Promise<void> {
  await plain(data).query(KEEP(hour));
}

/** An operator knows of an hour's difference; false where there is no such hour. */
export async function acknowledgeHour(data: Data, hour: Date, audit: AuditEntry): Promise<boolean> {
  return changeHour(
    data,
    "UPDATE ledger_hours SET acknowledged_at = $2 WHERE hour = $1",
    [hour, audit.at],
    audit,
  );
}

/** An hour is compared once more; false where there is no such hour. */
export async function recheckHour(data: Data, hour: Date, audit: AuditEntry): Promise<boolean> {
  return changeHour(
    data,
    `UPDATE ledger_hours SET cursor = '', accepted = 0, found = 0, difference = 0, checked_at = NULL, acknowledged_at = NULL
     WHERE hour = $1`,
    [hour],
    audit,
  );
}

/** An operator's change of an hour, with its entry in the audit log. */
async function changeHour(data: Data, text: string, values: Date[], audit: AuditEntry): Promise<boolean> {
  return transaction(data, async (client) => {
    const { rowCount } = await client.query(text, values);
    if (rowCount !== 1) return false;
    await writeAudit(client, audit);
    return true;
  });
}

/**
 * The next accounts' figures for an hour, all of one snapshot, so that they agree at any moment, also while mail is
 * accepted. At most `most` rows an account are counted. Accounts that are being erased, whose rows and counts go, are
 * left out.
 */
export async function compareAccounts(
  data: Data,
  { hour, cursor }: LedgerHour,
  limit: number,
  most: number,
): Promise<AccountHour[]> {
  const [floor, end] = bounds(hour);
  const { rows } = await plain(data).query<AccountRow>(COMPARE({ hour, cursor, limit, floor, end, most }));
  return rows.map((row) => ({
    accountId: row.account_id,
    accepted: Number(row.accepted),
    promised: Number(row.promised),
    found: Number(row.found),
    cut: Number(row.messages) >= most || Number(row.found) >= most,
  }));
}

/** Counts an account's hour to its end, page by page. For hours that are over: their rows are all there. */
export async function countToTheEnd(
  data: Data,
  accountId: string,
  hour: Date,
  page: number,
): Promise<{ promised: number; found: number }> {
  const counted = { promised: 0, found: 0 };
  const [floor, end] = bounds(hour);
  for (let after: string | null = floor; after !== null;) {
    const row: CountedPage | undefined = await countPage(data, accountId, after, end, page);
    counted.promised += Number(row?.promised ?? 0);
    counted.found += Number(row?.found ?? 0);
    after = row?.last ?? null;
  }
  return counted;
}

async function countPage(
  data: Data,
  ...values: [string, string, string, number]
): Promise<CountedPage | undefined> {
  const { rows } = await plain(data).query<CountedPage>({ name: "count-page", text: COUNT_PAGE, values });
  return rows[0];
}

/** Messages of an account's hour that have fewer recipients than they were accepted with, a few of them. */
export async function incompleteMessages(
  data: Data,
  accountId: string,
  hour: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await plain(data).query<{ id: string }>(INCOMPLETE, [accountId, ...bounds(hour), limit]);
  return rows.map(({ id }) => id);
}

/** Of message ids: from the first on, up to but without the second. */
function bounds(hour: Date): [string, string] {
  return [idFloor("msg", hour), idFloor("msg", new Date(hour.getTime() + HOUR_MS))];
}

async function readHours(data: Data, condition: string): Promise<LedgerHour[]> {
  const { rows } = await plain(data).query<HourRow>(`${READ_HOURS} WHERE ${condition} ORDER BY hour`);
  return rows.map(readHour);
}

interface HourRow {
  hour: Date;
  cursor: string;
  accepted: string;
  found: string;
  difference: string;
  checked_at: Date | null;
  acknowledged_at: Date | null;
}

function readHour(row: HourRow): LedgerHour {
  return {
    hour: row.hour,
    cursor: row.cursor,
    accepted: Number(row.accepted),
    found: Number(row.found),
    difference: Number(row.difference),
    checkedAt: row.checked_at,
  };
}

interface AccountRow {
  account_id: string;
  accepted: string;
  messages: string;
  promised: string;
  found: string;
}

interface CountedPage {
  promised: string;
  found: string;
  last: string | null;
}

const READ_HOURS =
  "SELECT hour, cursor, accepted, found, difference, checked_at, acknowledged_at FROM ledger_hours";

// The hours are PostgreSQL's own, as in the statistics: its time zone may stand between two of UTC's.
const BEGIN_HOURS = `
INSERT INTO ledger_hours (hour, cursor)
SELECT h, '' FROM generate_series(
  (SELECT COALESCE(max(hour), date_trunc('hour', $1::timestamptz)) FROM ledger_hours), date_trunc('hour', $2::timestamptz), interval '1 hour') h
ON CONFLICT DO NOTHING`;

const KEEP = unpreparedStatement(
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

const COMPARE = statement(
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

const COUNT_PAGE = `
WITH page AS (
  SELECT id, recipient_count FROM messages WHERE account_id = $1 AND id > $2 AND id < $3 ORDER BY id LIMIT $4
)
SELECT COALESCE(sum(recipient_count), 0) AS promised, max(id) AS last,
  COALESCE(sum((SELECT count(*) FROM recipients r WHERE r.account_id = $1 AND r.message_id = page.id)), 0) AS found
FROM page`;

const INCOMPLETE = `
SELECT m.id FROM messages m WHERE m.account_id = $1 AND m.id >= $2 AND m.id < $3
  AND m.recipient_count <> (SELECT count(*) FROM recipients r WHERE r.account_id = m.account_id AND r.message_id = m.id)
ORDER BY m.id LIMIT $4`;
