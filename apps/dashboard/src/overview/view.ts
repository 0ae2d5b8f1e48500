import { dayIn, given, type Search, wordIn } from "../routing/search";

/** The last 24 hours, 7 days or 30 days, by the hour or the day. */
export const PERIODS = ["day", "week", "month"] as const;
export type Period = (typeof PERIODS)[number];

/** What the overview shows; it lives in the URL. */
export interface OverviewView {
  /** A week, unless one is named. */
  period?: Period;
  /** Days of the viewer's zone, both included, in place of a period: `2026-03-05`. */
  from?: string;
  to?: string;
  /** The figures as a table, not as columns. */
  as?: "table";
  /** How a first mail is sent, also where one was sent long ago. */
  guide?: true;
}

export function readView(search: Search): OverviewView {
  const [from, to] = [dayIn(search, "from"), dayIn(search, "to")];
  const custom = from !== undefined && to !== undefined && from <= to;
  return given({
    period: custom ? undefined : wordIn(search, "period", PERIODS),
    from: custom ? from : undefined,
    to: custom ? to : undefined,
    as: wordIn(search, "as", ["table"] as const),
    guide: search["guide"] === true ? (true as const) : undefined,
  });
}
