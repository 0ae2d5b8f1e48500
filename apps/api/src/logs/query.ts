import { isId } from "@sendex/crypto/token";
import type { LogFilter } from "@sendex/pipeline/logs/read";
import Joi from "joi";
import type { WithFormat } from "../http/csv";
import { format, instant, line, meaning, type Page, pageKeys, readQuery } from "../http/list-query";

/** What Node's parser lets through to a route. */
const METHODS = ["GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS"];

interface LogQuery extends Page, WithFormat {
  status?: string;
  method?: string;
  endpoint?: string;
  api_key_id?: string;
  message_id?: string;
  request_id?: string;
  created_after?: Date;
  created_before?: Date;
}

const idOf = (prefix: string): Joi.StringSchema =>
  meaning((text) => (isId(prefix, text) ? text : undefined), "id.base");

/** The parameters of the list of calls. */
export const LOG_QUERY = Joi.object<LogQuery>({
  ...pageKeys("log"),
  status: Joi.string()
    .pattern(/^[1-5](?:\d\d|xx)$/, { name: "a status or a class of them, such as 404 or 4xx" })
    .description("A status, or a class of them: `404`, `4xx`.")
    .example("4xx"),
  method: Joi.valid(...METHODS),
  endpoint: line
    .description("A route (`/api/v1/emails/:id`), or how a path begins.")
    .example("/api/v1/emails"),
  api_key_id: idOf("key").description("Calls of this key."),
  message_id: idOf("msg").description("Calls that made, read or changed this message."),
  request_id: line.description("As `X-Request-Id` says it."),
  created_after: instant,
  created_before: instant,
  format,
}).oxor("after", "before");

/** Throws bad_request with every unknown or bad parameter. */
export function readLogQuery(query: URLSearchParams): LogFilter {
  const asked = readQuery(LOG_QUERY, query);
  const { api_key_id, message_id, request_id, created_after, created_before, status } = asked;
  return {
    limit: asked.limit,
    ...(asked.after !== undefined && { after: asked.after }),
    ...(asked.before !== undefined && { before: asked.before }),
    ...(asked.method !== undefined && { method: asked.method }),
    ...(asked.endpoint !== undefined && { endpoint: asked.endpoint }),
    ...(status !== undefined && { status: rangeOf(status) }),
    ...(api_key_id !== undefined && { callerId: api_key_id }),
    ...(message_id !== undefined && { messageId: message_id }),
    ...(request_id !== undefined && { requestId: request_id }),
    ...(created_after && { createdAfter: created_after }),
    ...(created_before && { createdBefore: created_before }),
  };
}

/** `404`, or all of `4xx`. */
function rangeOf(status: string): { from: number; to: number } {
  return { from: Number(status.replace("xx", "00")), to: Number(status.replace("xx", "99")) };
}
