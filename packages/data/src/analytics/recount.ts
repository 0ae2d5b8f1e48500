import { idFloor } from "@sendex/crypto/token";
import { SCHEDULE_AHEAD_DAYS } from "@sendex/core/accepting/message";
import type { Range } from "@sendex/core/analytics/periods";
import { DAY_MS } from "@sendex/kit/day";
import { type AuditEntry, writeAudit } from "../access/audit";
import { text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { snapshotTransaction } from "../database/transaction";
import {
  ADD_DELAYS,
  ADD_METRICS,
  EXPANDED,
  factsOf,
  IS_COUNTED,
  IS_FIRST,
  MEASURE_OF_EVENT,
  registerTags,
} from "./cells";

/** Of one statement: months of a large account take minutes. */
const LIMIT_MS = 30 * 60_000;
/** A mail goes out at most so long after its id was made: the schedule, and the last of the tries. */
const OLDEST_DAYS = SCHEDULE_AHEAD_DAYS + 4;

/**
 * Counts an account's cells of whole hours anew, from its rows, in one snapshot: what was counted of them is forgotten,
 * and so are deltas that wait. Only whoever holds the task's lock may call it. Returns how many cells there are now.
 */
export async function recountMetrics(
  data: Data,
  accountId: string,
  { from, to }: Range,
  act: AuditEntry,
): Promise<number> {
  const first = idFloor("msg", new Date(from.getTime() - OLDEST_DAYS * DAY_MS));
  const asked = { accountId, from, to, first };
  return snapshotTransaction(data, LIMIT_MS, async (client) => {
    await client.query(FORGET_DELTAS(asked));
    await client.query(FORGET_METRICS({ accountId, from, to }));
    await client.query(FORGET_DELAYS({ accountId, from, to }));
    await client.query(REGISTER({ accountId, first }));
    const { rows } = await client.query<{ cells: number }>(COUNT(asked));
    await writeAudit(client, act);
    return rows[0]?.cells ?? 0;
  });
}

const FORGET_METRICS = unpreparedStatement(
  { accountId: text, from: timestamptz, to: timestamptz },
  (p) => `DELETE FROM metrics WHERE account_id = ${p.accountId} AND at >= ${p.from} AND at < ${p.to}`,
);

const FORGET_DELAYS = unpreparedStatement(
  { accountId: text, from: timestamptz, to: timestamptz },
  (p) => `DELETE FROM metric_delays WHERE account_id = ${p.accountId} AND at >= ${p.from} AND at < ${p.to}`,
);

/** Those of a recipient that is told apart by its own time are many rows of one delta: it is all of one time. */
const FORGET_DELTAS = unpreparedStatement(
  { accountId: text, from: timestamptz, to: timestamptz, first: text },
  (p) => `
WITH waiting AS (
  SELECT id, account_id, message_id, n, measure, first, at FROM metric_deltas WHERE account_id = ${p.accountId} AND message_id >= ${p.first}
)
DELETE FROM metric_deltas WHERE id IN (
  SELECT w.id FROM waiting w CROSS JOIN LATERAL (${factsOf("(SELECT w.*)")} LIMIT 1) f WHERE f.at >= ${p.from} AND f.at < ${p.to}
)`,
);

const REGISTER = unpreparedStatement({ accountId: text, first: text }, (p) =>
  registerTags(`(SELECT * FROM messages WHERE account_id = ${p.accountId} AND id >= ${p.first}) m`),
);

const COUNT = unpreparedStatement(
  { accountId: text, from: timestamptz, to: timestamptz, first: text },
  (p) => `
WITH entries AS (
  SELECT e.account_id, e.subject_id AS message_id, e.n, ${MEASURE_OF_EVENT} AS measure, e.id, e.at
  FROM events e WHERE e.account_id = ${p.accountId} AND e.subject_id >= ${p.first} AND ${IS_COUNTED}
), ranked AS (
  SELECT account_id, message_id, n, measure, at, ${IS_FIRST} AS first FROM entries
), facts AS (
  SELECT * FROM (${factsOf("ranked")}) f WHERE f.at >= ${p.from} AND f.at < ${p.to}
), expanded AS (${EXPANDED}
), counted AS (${ADD_METRICS} RETURNING 1
), timed AS (${ADD_DELAYS}
)
SELECT count(*)::int AS cells FROM counted`,
);
