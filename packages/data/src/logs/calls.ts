import { DatabaseError } from "pg";
import type { LoggedCall } from "@sendex/core/logs/call";
import { int, mode, rows, smallint, text } from "../database/parameters";
import { statement } from "../database/statement";
import type { Data } from "../database/open";
import { keyed } from "../database/pools";

/**
 * Writes calls into the request log, with the messages that they were about; those of an account that is being erased are
 * left out. Safe to run twice. Most calls are about one message or none, and cost a row each; where there are several, they
 * have rows of their own. The keyed pool has nothing else to do where calls are answered.
 */
export async function writeCalls(data: Data, calls: LoggedCall[]): Promise<void> {
  try {
    await keyed(data).query(WRITE({ x: calls }));
  } catch (error) {
    if (!isTaken(error)) throw error;
    await keyed(data).query(WRITE_MISSING({ x: calls }));
  }
}

/** Whether a row is there already: the answer to an earlier try was lost. */
function isTaken(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === UNIQUE_VIOLATION;
}

/** Source: PostgreSQL's appendix of error codes. */
const UNIQUE_VIOLATION = "23505";

const CALLS = {
  x: rows<LoggedCall>({
    account_id: text(({ accountId }) => accountId),
    mode: mode((call) => call.mode),
    id: text(({ id }) => id),
    caller_id: text(({ callerId }) => callerId),
    method: text(({ method }) => method),
    route: text(({ route }) => route),
    endpoint: text(({ endpoint }) => endpoint),
    status: smallint(({ status }) => status),
    duration_ms: int(({ durationMs }) => durationMs),
    request_id: text(({ requestId }) => requestId),
    user_agent: text.orNull(({ userAgent }) => userAgent),
    message_id: text.orNull(({ messageIds }) => (messageIds.length === 1 ? (messageIds[0] ?? null) : null)),
    // A list in a row of a set, which PostgreSQL has no array for: ids have no comma.
    message_ids: text(({ messageIds }) => (messageIds.length === 1 ? "" : messageIds.join(","))),
    request_body: text.orNull(({ requestBody }) => requestBody),
    response_body: text.orNull(({ responseBody }) => responseBody),
  }),
};

// OFFSET 0: each account by its key, where a plan might read all of them for a few rows.
const write = (x: string, otherwise: string): string => `
WITH c AS MATERIALIZED (
  SELECT x.* FROM ${x} CROSS JOIN LATERAL (
    SELECT 1 FROM accounts a WHERE a.id = x.account_id AND a.erasing_since IS NULL OFFSET 0
  ) a
), l AS (
  INSERT INTO request_logs (account_id, mode, id, caller_id, method, route, endpoint, status, duration_ms, request_id, user_agent,
    message_id, message_ids, request_body, response_body)
  SELECT account_id, mode, id, caller_id, method, route, endpoint, status, duration_ms, request_id, user_agent, message_id,
    string_to_array(message_ids, ','), request_body, response_body
  FROM c ${otherwise}
)
INSERT INTO request_log_messages (account_id, message_id, log_id)
SELECT DISTINCT c.account_id, m.id, c.id FROM c CROSS JOIN LATERAL unnest(string_to_array(c.message_ids, ',')) AS m(id) ${otherwise}`;

const WRITE = statement("write-request-logs", CALLS, ({ x }) => write(x, ""));

/** Looking whether it is there takes a seventh of what a call costs, and nearly none is. */
const WRITE_MISSING = statement("write-missing-request-logs", CALLS, ({ x }) =>
  write(x, "ON CONFLICT DO NOTHING"),
);
