import { DIMENSIONS, MAX_TOLD_TAGS } from "@sendex/core/analytics/measures";
import { ENGAGED } from "../audiences/engagement";
import { arrayOf, bigint, int, numberedRows, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import {
  ADDED,
  CELL_TIME,
  factsOf,
  IS_COUNTED,
  IS_FIRST,
  MAILS,
  MEASURE_OF_EVENT,
  OF_RECIPIENT,
  quoted,
  registerTags,
  WRITTEN,
} from "./cells";

/** Which messages a statement is about, as a condition on a column of their ids. */
type Which = (id: string) => string;

const RANGE = { accountId: text, first: text, last: text };
const SOME = { accountId: text, ids: arrayOf(text) };
const SLICE = { accountId: text, from: timestamptz, to: timestamptz };
const COUNTED = { ...SLICE, end: timestamptz, edges: arrayOf(timestamptz) };

const inRange =
  (p: { first: string; last: string }): Which =>
  (id) =>
    `${id} >= ${p.first} AND ${id} < ${p.last}`;

const among =
  (p: { ids: string }): Which =>
  (id) =>
    `${id} = ANY (${p.ids})`;

export const RECIPIENTS = unpreparedStatement(
  {
    accountId: text,
    ranges: numberedRows<Record<"first" | "last", string>>({
      first: text(({ first }) => first),
      last: text(({ last }) => last),
    }),
    most: bigint,
  },
  (p) => `
SELECT (
  SELECT count(*)::int FROM (
    SELECT FROM recipients r WHERE r.account_id = ${p.accountId} AND r.message_id >= ranges.first AND r.message_id < ranges.last LIMIT ${p.most}
  ) made
) AS recipients FROM ${p.ranges} ORDER BY i`,
);

/**
 * Memory enough to sort and join a slice, which is no plan worth compiling. Without nested loops where there is another way:
 * where statistics are old a slice is taken for a few rows, and one would go through all messages for each entry.
 */
export const ROOM = unpreparedStatement(
  {},
  () =>
    `SELECT set_config('work_mem', '32MB', true), set_config('jit', 'off', true), set_config('enable_nestloop', 'off', true)`,
);

/** There is one recount at a time; what an interrupted one left is nobody's. */
export const BEGIN = unpreparedStatement({}, () => `DELETE FROM recount_messages`);

const noteLate = (p: { accountId: string; edges: string }, told: string): string => `
INSERT INTO recount_messages (account_id, slice, message_id)
SELECT DISTINCT ${p.accountId}, width_bucket(at, ${p.edges}::timestamptz[]) - 1, message_id FROM ${told} ON CONFLICT DO NOTHING`;

/** Entries `e` as deltas. What counts at a time was told then or later. */
export const NOTE_LATE = unpreparedStatement(
  { ...RANGE, from: timestamptz, end: timestamptz, edges: arrayOf(timestamptz) },
  (p) =>
    noteLate(
      p,
      `(
  SELECT s.message_id, ${CELL_TIME} AS at FROM (
    SELECT e.account_id, e.subject_id AS message_id, e.n, ${MEASURE_OF_EVENT} AS measure, e.at
    FROM events e WHERE e.account_id = ${p.accountId} AND ${inRange(p)("e.subject_id")} AND e.at >= ${p.from} AND ${IS_COUNTED}
  ) s JOIN (SELECT * FROM recipients WHERE account_id = ${p.accountId} AND ${inRange(p)("message_id")}) r ON ${OF_RECIPIENT}
) told WHERE at >= ${p.from} AND at < ${p.end}`,
    ),
);

/** Messages beside those of a range that a slice's cells may have something of. */
export const OTHERS = unpreparedStatement(
  { ...RANGE, slice: int },
  (p) => `
WITH late AS (
  DELETE FROM recount_messages WHERE account_id = ${p.accountId} AND slice = ${p.slice} RETURNING message_id AS id
)
SELECT id FROM (
  SELECT id FROM late UNION SELECT message_id FROM metric_deltas WHERE account_id = ${p.accountId}
) others WHERE NOT (${inRange(p)("id")})`,
);

/** Those of a recipient that is told apart by its own time are many rows of one delta: it is all of one time. */
const FORGET_DELTAS = unpreparedStatement(
  SLICE,
  (p) => `
DELETE FROM metric_deltas WHERE id IN (
  SELECT s.id FROM metric_deltas s CROSS JOIN LATERAL (SELECT ${CELL_TIME} AS at FROM recipients r WHERE ${OF_RECIPIENT} LIMIT 1) f
  WHERE s.account_id = ${p.accountId} AND s.at >= ${p.from} AND f.at >= ${p.from} AND f.at < ${p.to}
)`,
);

/** By the key, which begins with what has few values: an account may have a million other cells. */
const cellsOf = (p: { accountId: string; from: string; to: string }): string =>
  `account_id = ${p.accountId} AND mode = ANY (enum_range(NULL::mode)) AND dimension IN (${quoted(DIMENSIONS)})
    AND minutes IN (15, 60) AND at >= ${p.from} AND at < ${p.to}`;

/** What is replaced. */
export const FORGET = [
  FORGET_DELTAS,
  unpreparedStatement(SLICE, (p) => `DELETE FROM metrics WHERE ${cellsOf(p)}`),
  unpreparedStatement(SLICE, (p) => `DELETE FROM metric_delays WHERE ${cellsOf(p)}`),
];

export const CELLS = unpreparedStatement(
  SLICE,
  (p) => `SELECT count(*)::int AS cells FROM metrics WHERE ${cellsOf(p)}`,
);

/** Only where there is room for more: messages have all their tags with them. */
const register = (accountId: string, which: Which): string =>
  registerTags(`(
    SELECT * FROM messages WHERE account_id = ${accountId} AND ${which("id")} AND mode = ANY (ARRAY(
      SELECT u.mode FROM unnest(enum_range(NULL::mode)) AS u(mode)
      WHERE (SELECT count(*) FROM metric_tags k WHERE k.account_id = ${accountId} AND k.mode = u.mode) < ${MAX_TOLD_TAGS}
    ))
  ) m`);

export const REGISTER = unpreparedStatement(RANGE, (p) => register(p.accountId, inRange(p)));
export const REGISTER_SOME = unpreparedStatement(SOME, (p) => register(p.accountId, among(p)));

/**
 * Messages, recipients and entries are each asked for by the same ids, and joined then: what is looked up by the row takes
 * several times as long.
 */
const count = (p: Record<keyof typeof COUNTED, string>, which: Which, cells: string): string => `
WITH mails AS MATERIALIZED (${MAILS} WHERE m.account_id = ${p.accountId} AND ${which("m.id")}
), addressed AS NOT MATERIALIZED (
  SELECT * FROM recipients WHERE account_id = ${p.accountId} AND ${which("message_id")}
), entries AS (
  SELECT e.account_id, e.subject_id AS message_id, e.n, ${MEASURE_OF_EVENT} AS measure, e.id, e.at
  FROM events e WHERE e.account_id = ${p.accountId} AND ${which("e.subject_id")} AND ${IS_COUNTED}
), ranked AS (
  SELECT account_id, message_id, n, measure, at, ${IS_FIRST} AS first FROM entries
), told AS MATERIALIZED (${factsOf("ranked", { mails: "mails", recipients: "addressed" })}
), facts AS NOT MATERIALIZED (
  SELECT * FROM told WHERE at >= ${p.from} AND at < ${p.to}
), ${cells}, ${ENGAGED}
${noteLate(p, `told WHERE at >= ${p.to} AND at < ${p.end}`)}`;

/** Writes what messages have in a slice into its cells, and notes what they have in later ones. */
export const COUNT = unpreparedStatement({ ...COUNTED, ...RANGE }, (p) => count(p, inRange(p), WRITTEN));
/** The same for more of them. */
export const COUNT_SOME = unpreparedStatement({ ...COUNTED, ...SOME }, (p) => count(p, among(p), ADDED));
