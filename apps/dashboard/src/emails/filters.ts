import { dayIn, given, type Search, textIn, wordIn } from "../routing/search";
import { momentsOf } from "../ui/filters/period";
import { STATUSES, type Status } from "../ui/text/status";

/** What narrows the list down; it lives in the URL. */
export interface EmailFilters {
  /** Part of the subject. */
  q?: string;
  status?: Status;
  recipient?: string;
  sender?: string;
  /** `name:value` */
  tag?: string;
  /** Days of the viewer's zone, both included: `2026-03-05`. */
  from?: string;
  to?: string;
}

export function readFilters(search: Search): EmailFilters {
  return given({
    q: textIn(search, "q"),
    status: wordIn(search, "status", STATUSES),
    recipient: textIn(search, "recipient"),
    sender: textIn(search, "sender"),
    tag: textIn(search, "tag"),
    from: dayIn(search, "from"),
    to: dayIn(search, "to"),
  });
}

/** As the API takes them: the days become moments. */
export function toQuery({ from, to, ...rest }: EmailFilters) {
  return { ...rest, ...momentsOf({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }) };
}
