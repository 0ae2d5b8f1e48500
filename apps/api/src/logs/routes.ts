import type { ListedCall } from "@sendex/core/logs/call";
import { getLog, listLogs } from "@sendex/pipeline/logs/read";
import { presentCall, presentLog } from "@sendex/wire/logs";
import { type Columns, csvOfList, wantsCsv } from "../http/csv";
import type { Exchange, Route } from "../http/endpoint";
import { logId } from "../http/path-id";
import type { Reply } from "../http/reply";
import { LOG_QUERY, readLogQuery } from "./query";
import { log, logList } from "./responses";

const BASE = "/api/v1/logs";

/** `/api/v1/logs`: what was called, for 30 days. Reading it is not a call that it has. */
export const logRoutes: Route[] = [
  {
    surface: "sendex",
    path: BASE,
    endpoints: {
      GET: {
        need: "full",
        unlogged: true,
        doc: {
          id: "logs.list",
          summary: "List calls of the API in the key's mode, of both surfaces, newest first",
          query: LOG_QUERY,
          responses: { 200: logList },
        },
        run: list,
      },
    },
  },
  {
    surface: "sendex",
    path: `${BASE}/:id`,
    endpoints: {
      GET: {
        need: "full",
        unlogged: true,
        doc: {
          id: "logs.get",
          summary: "Read a call, with what is kept of its bodies",
          responses: { 200: log },
        },
        run: get,
      },
    },
  },
];

async function list(exchange: Exchange): Promise<Reply> {
  const { context, caller, query } = exchange;
  const { before, ...filter } = readLogQuery(query);
  if (wantsCsv(exchange))
    return csvOfList("logs", COLUMNS, { after: filter.after, idOf: ({ id }) => id }, (page) =>
      listLogs(context, caller, { ...filter, ...page }),
    );
  const asked = { ...filter, ...(before !== undefined && { before }) };
  const { data, hasMore } = await listLogs(context, caller, asked);
  return { status: 200, body: { object: "list", data: data.map(presentCall), has_more: hasMore } };
}

async function get({ context, caller, ...rest }: Exchange): Promise<Reply> {
  return { status: 200, body: presentLog(await getLog(context, caller, logId(rest))) };
}

const COLUMNS: Columns<ListedCall> = {
  id: ({ id }) => id,
  created_at: ({ at }) => at.toISOString(),
  method: ({ method }) => method,
  endpoint: ({ endpoint }) => endpoint,
  response_status: ({ status }) => status,
  duration_ms: ({ durationMs }) => durationMs,
  caller: ({ callerId }) => callerId,
  request_id: ({ requestId }) => requestId,
  user_agent: ({ userAgent }) => userAgent,
  message_ids: ({ messageIds }) => messageIds.join("; "),
};
