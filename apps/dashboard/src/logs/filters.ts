import { dayIn, given, type Search, textIn, wordIn } from "../routing/search";
import { momentsOf } from "../ui/filters/period";

export const STATUSES = ["2xx", "4xx", "5xx"] as const;
export const METHODS = ["GET", "POST", "PATCH", "DELETE"] as const;

/** What narrows the list down; it lives in the URL. */
export interface LogFilters {
  status?: (typeof STATUSES)[number];
  method?: (typeof METHODS)[number];
  /** A route, or how a path begins. */
  endpoint?: string;
  api_key_id?: string;
  message_id?: string;
  request_id?: string;
  /** Days of the viewer's zone, both included: `2026-03-05`. */
  from?: string;
  to?: string;
}

export function readFilters(search: Search): LogFilters {
  return given({
    status: wordIn(search, "status", STATUSES),
    method: wordIn(search, "method", METHODS),
    endpoint: textIn(search, "endpoint"),
    api_key_id: textIn(search, "api_key_id"),
    message_id: textIn(search, "message_id"),
    request_id: textIn(search, "request_id"),
    from: dayIn(search, "from"),
    to: dayIn(search, "to"),
  });
}

/** As the API takes them. */
export function toQuery({ from, to, ...rest }: LogFilters) {
  return { ...rest, ...momentsOf({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }) };
}

/** An id that somebody typed: of a message, or else of a request. Whether it is whole is `isWhole`'s to say. */
export function byId(id: string | undefined): Pick<LogFilters, "message_id" | "request_id"> {
  if (id === undefined) return {};
  return id.startsWith("msg_") ? { message_id: id } : { request_id: id };
}

export function isWhole(id: string): boolean {
  return !id.startsWith("msg_") || /^msg_\w{27}$/.test(id);
}
