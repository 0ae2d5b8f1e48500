import { smallint, text } from "../database/parameters";
import type { Place } from "../database/statement";

/** What a list of calls is asked for; every part narrows it. */
export interface LogFilter {
  /** Both included. */
  status?: { from: number; to: number };
  method?: string;
  /** A route's pattern, or how a path begins. */
  endpoint?: string;
  callerId?: string;
  messageId?: string;
  requestId?: string;
  /** Ids, not times: a call's id says when it was. */
  from: string;
  until?: string;
  after?: string;
  before?: string;
  limit: number;
}

/** Which ids the page may have. */
export function rangeOf(id: string, { from, until, after, before }: LogFilter, place: Place): string[] {
  return [
    `${id} >= ${place(text, from)}`,
    ...(until === undefined ? [] : [`${id} < ${place(text, until)}`]),
    ...(after === undefined ? [] : [`${id} < ${place(text, after)}`]),
    ...(before === undefined ? [] : [`${id} > ${place(text, before)}`]),
  ];
}

/** Of what a call is, beside its id. */
export function conditions(filter: LogFilter, place: Place): string[] {
  const { status, method, endpoint, callerId, requestId } = filter;
  const where: string[] = [];
  if (status)
    where.push(`l.status BETWEEN ${place(smallint, status.from)} AND ${place(smallint, status.to)}`);
  if (method !== undefined) where.push(`l.method = ${place(text, method)}`);
  if (endpoint !== undefined)
    where.push(`(l.route = ${place(text, endpoint)} OR starts_with(l.endpoint, ${place(text, endpoint)}))`);
  if (callerId !== undefined) where.push(`l.caller_id = ${place(text, callerId)}`);
  if (requestId !== undefined) where.push(`l.request_id = ${place(text, requestId)}`);
  return where;
}

export function and(conditions: string[]): string {
  return conditions.map((condition) => ` AND ${condition}`).join("");
}
