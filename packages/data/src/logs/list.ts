import type { ListedCall } from "@sendex/core/logs/call";
import type { Mode } from "@sendex/core/accepting/message";
import { idTime } from "@sendex/crypto/token";
import { and, conditions, type LogFilter, rangeOf } from "./list-conditions";
import { bigint, text } from "../database/parameters";
import { composed, type Place } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import { withMessages } from "./messages-of";

export interface LogOwner {
  accountId: string;
  mode: Mode;
}

/**
 * Methods, endpoints, keys and what was not refused have no index: so many calls, from the cursor on, are looked through.
 * Those about a message, those of a request id, and refusals are all found.
 */
const MOST_LOOKED_AT = 50_000;

const COLUMNS =
  "l.mode, l.id, l.caller_id, l.method, l.route, l.endpoint, l.status, l.duration_ms, l.request_id, l.user_agent, l.message_id, l.message_ids";

/** A page of the calls of one mode, newest first; with `before`, the page that comes just before that id. */
export async function listCalls(
  data: Data,
  owner: LogOwner,
  filter: LogFilter,
): Promise<{ data: ListedCall[]; hasMore: boolean }> {
  const backwards = filter.before !== undefined;
  const order = backwards ? "ASC" : "DESC";
  const { rows } = await plain(data).query<CallRow>(
    composed((place) => {
      const where = and(conditions(filter, place));
      return `SELECT ${COLUMNS} FROM ${source(owner, filter, order, place)} WHERE true${where}
ORDER BY l.id ${order} LIMIT ${place(bigint, filter.limit + 1)}`;
    }),
  );
  const page = rows.slice(0, filter.limit).map(readCall);
  return { data: backwards ? page.reverse() : page, hasMore: rows.length > filter.limit };
}

/** The calls that can be meant, as `l`. */
function source(owner: LogOwner, filter: LogFilter, order: "ASC" | "DESC", place: Place): string {
  const account = place(text, owner.accountId);
  const own = `l.account_id = ${account} AND l.mode = '${owner.mode}'`;
  const { messageId, requestId, status } = filter;
  if (messageId !== undefined) {
    const message = place(text, messageId);
    const alone = and(rangeOf("l.id", filter, place));
    const among = and(rangeOf("m.log_id", filter, place));
    // Both in the list's order, so that they are merged up to the page's end: a message may be asked for very often.
    return `((SELECT l.* FROM request_logs l WHERE ${own} AND l.message_id = ${message}${alone} ORDER BY l.id ${order})
  UNION ALL (SELECT l.* FROM request_log_messages m CROSS JOIN LATERAL (
    SELECT l.* FROM request_logs l WHERE ${own} AND l.id = m.log_id OFFSET 0
  ) l WHERE m.account_id = ${account} AND m.message_id = ${message}${among} ORDER BY l.id ${order})) l`;
  }
  const range = and(rangeOf("l.id", filter, place));
  // OFFSET 0: else the plan might walk the list in search of the one.
  if (requestId !== undefined)
    return `(SELECT l.* FROM request_logs l WHERE ${own}${range} AND l.request_id = ${place(text, requestId)} OFFSET 0) l`;
  // In the words of its index.
  const refused = status !== undefined && status.from >= 400;
  return `(SELECT l.* FROM request_logs l WHERE ${own}${range}${refused ? " AND l.status >= 400" : ""}
  ORDER BY l.id ${order} LIMIT ${place(bigint, MOST_LOOKED_AT)}) l`;
}

interface CallRow {
  mode: Mode;
  id: string;
  caller_id: string;
  method: string;
  route: string;
  endpoint: string;
  status: number;
  duration_ms: number;
  request_id: string;
  user_agent: string | null;
  message_id: string | null;
  message_ids: string[];
}

function readCall({
  caller_id,
  duration_ms,
  request_id,
  user_agent,
  message_id,
  message_ids,
  ...row
}: CallRow): ListedCall {
  return withMessages({
    ...row,
    at: idTime(row.id),
    callerId: caller_id,
    durationMs: duration_ms,
    requestId: request_id,
    userAgent: user_agent,
    messageId: message_id,
    messageIds: message_ids,
  });
}
