import { dayIn, given, type Search, textIn, wordIn } from "../routing/search";
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
  return {
    ...rest,
    ...(from !== undefined && { created_after: startOf(from, 0) }),
    ...(to !== undefined && { created_before: startOf(to, 1) }),
  };
}

/** The first moment of a day, or of a later one, in the viewer's zone. */
function startOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
