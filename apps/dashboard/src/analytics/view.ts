import { dayIn, given, type Search, textIn, wordIn } from "../routing/search";
import { DRAWN } from "./measures";
import type { Drawn } from "./metrics";

/** The last 24 hours, 7, 30 or 90 days. */
export const PERIODS = ["day", "week", "month", "quarter"] as const;
export type Period = (typeof PERIODS)[number];

/** What mail is told apart by, and filtered by. */
export const DIMENSIONS = ["domain", "tag", "template", "key", "priority", "provider"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Only mail of these: ids, `name:value` of a tag, or words. Beside the domain the API takes one of them. */
export type Filters = Partial<Record<Dimension, string>>;

/** What the page shows; it lives in the URL. */
export interface AnalyticsView extends Filters {
  /** A week, unless one is named. */
  period?: Period;
  /** Days of the viewer's zone, both included, in place of a period: `2026-03-05`. */
  from?: string;
  to?: string;
  /** What the chart draws: what was sent, unless another metric is named. */
  show?: Drawn;
  /** The chart's figures as a table. */
  as?: "table";
  /** What the table below tells apart. */
  by?: Dimension;
}

/** A tag's name and value have up to 256 characters each. */
const LONGEST_TAG = 513;

export function readView(search: Search): AnalyticsView {
  const [from, to] = [dayIn(search, "from"), dayIn(search, "to")];
  const custom = from !== undefined && to !== undefined && from <= to;
  return given({
    period: custom ? undefined : wordIn(search, "period", PERIODS),
    from: custom ? from : undefined,
    to: custom ? to : undefined,
    show: wordIn(search, "show", DRAWN),
    as: wordIn(search, "as", ["table"] as const),
    by: wordIn(search, "by", DIMENSIONS),
    ...readFilters(search),
  });
}

function readFilters(search: Search): Filters {
  const set = DIMENSIONS.map((dimension) => [dimension, textIn(search, dimension, LONGEST_TAG)] as const);
  const beside = set.find(([dimension, value]) => dimension !== "domain" && value !== undefined);
  return Object.fromEntries(
    set.filter(([dimension, value]) => value !== undefined && ["domain", beside?.[0]].includes(dimension)),
  );
}
