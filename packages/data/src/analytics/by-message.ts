import type { Mode } from "@sendex/core/accepting/message";
import { idFloor } from "@sendex/crypto/token";
import { type Measures } from "@sendex/core/analytics/measures";
import { arrayOf, bigint, mode, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import { COUNTS, factsOf, IS_COUNTED, IS_FIRST, MEASURE_OF_EVENT } from "./cells";
import { countsOf } from "./read";

export interface MessageSum {
  period: number;
  messageId: string;
  counts: Measures;
}

interface World {
  accountId: string;
  mode: Mode;
}

/** Counts of messages by themselves, from their timelines; `edges` as for cells. */
export async function readByMessage(
  data: Data,
  { accountId, mode: of }: World,
  ids: readonly string[],
  edges: readonly Date[],
): Promise<MessageSum[]> {
  const [from = new Date(0)] = edges;
  const to = edges.at(-1) ?? from;
  const { rows } = await plain(data).query<
    { period: number; message_id: string } & Record<keyof Measures, string>
  >(BY_MESSAGE({ accountId, mode: of, ids, edges, from, to }));
  return rows.map((row) => ({
    period: row.period - 1,
    messageId: row.message_id,
    counts: countsOf(row),
  }));
}

/** Ids of the messages made in a span, the newest first; at most `limit`. */
export async function messagesIn(
  data: Data,
  { accountId, mode: of }: World,
  { from, to }: { from: Date; to: Date },
  limit: number,
): Promise<string[]> {
  const [first, end] = [idFloor("msg", from), idFloor("msg", to)];
  const { rows } = await plain(data).query<{ id: string }>(
    MESSAGES_IN({ accountId, mode: of, first, end, limit }),
  );
  return rows.map(({ id }) => id);
}

const BY_MESSAGE = unpreparedStatement(
  {
    accountId: text,
    mode,
    ids: arrayOf(text),
    edges: arrayOf(timestamptz),
    from: timestamptz,
    to: timestamptz,
  },
  (p) => `
WITH entries AS (
  SELECT e.account_id, e.subject_id AS message_id, e.n, ${MEASURE_OF_EVENT} AS measure, e.id, e.at
  FROM events e WHERE e.account_id = ${p.accountId} AND e.subject_id = ANY (${p.ids}) AND ${IS_COUNTED}
), ranked AS (
  SELECT account_id, message_id, n, measure, at, ${IS_FIRST} AS first FROM entries
)
SELECT width_bucket(at, ${p.edges}::timestamptz[]) AS period, message_id, ${COUNTS.join(", ")}
FROM (${factsOf("ranked")}) f WHERE mode = ${p.mode} AND at >= ${p.from} AND at < ${p.to}
GROUP BY 1, 2`,
);

const MESSAGES_IN = unpreparedStatement(
  { accountId: text, mode, first: text, end: text, limit: bigint },
  (p) => `
SELECT id FROM messages WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id >= ${p.first} AND id < ${p.end}
ORDER BY id DESC LIMIT ${p.limit}`,
);
