import { quantilesOf } from "@sendex/core/analytics/delay";
import { bouncedOf, type Dimension, ratesOf } from "@sendex/core/analytics/measures";
import type { Granularity } from "@sendex/core/analytics/periods";
import type { MetricsRow, MetricsView } from "./metrics";

/** Analytics in the words of the Sendarix surface, which calls accepted what SES took. */

export const INTERVALS = ["hour", "day", "week", "month"] as const;
export type Interval = (typeof INTERVALS)[number];

export const GROUPINGS = ["domain", "tag", "template", "provider", "priority"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const GRANULARITY_OF = {
  hour: "hourly",
  day: "daily",
  week: "weekly",
  month: "monthly",
} as const satisfies Record<Interval, Granularity>;

/** Sending domains are told apart whatever else is. */
export function dimensionOf(grouping: Grouping | undefined): Dimension {
  return grouping === undefined || grouping === "domain" ? "all" : grouping;
}

export function presentAnalytics(
  { span, totals, rows }: MetricsView,
  { interval, group_by }: { interval?: Interval; group_by?: Grouping },
) {
  const ordered = [...rows].sort((a, b) => a.period - b.period || b.counts.accepted - a.counts.accepted);
  return {
    object: "analytics",
    from: span.edges[0]?.toISOString(),
    to: span.edges.at(-1)?.toISOString(),
    interval: interval ?? null,
    group_by: group_by ?? null,
    totals: countsOf(totals),
    data: ordered.map((row) => ({
      period: interval ? span.periods[row.period]?.name : null,
      group: groupOf(row, group_by),
      ...countsOf(row),
    })),
  };
}

function groupOf({ domain, value }: MetricsRow, grouping: Grouping | undefined): string | null {
  if (grouping === undefined) return null;
  if (grouping === "domain") return domain;
  if (grouping === "provider") return value || "unknown";
  return value || null;
}

function countsOf({ counts, delays }: Pick<MetricsRow, "counts" | "delays">) {
  const { unsubscribe_rate: _, ...rates } = ratesOf(counts);
  return {
    received: counts.accepted,
    accepted: counts.sent,
    delivered: counts.delivered,
    deferred: counts.deferred,
    bounced: bouncedOf(counts),
    complained: counts.complained,
    suppressed: counts.suppressed,
    failed: counts.failed,
    opened: counts.unique_opened,
    clicked: counts.unique_clicked,
    unsubscribed: counts.unsubscribed,
    ...rates,
    delivery_time: quantilesOf(delays),
  };
}
