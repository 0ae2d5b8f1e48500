import { type Histogram, type Quantiles, quantilesOf } from "@sendex/core/analytics/delay";
import {
  bouncedOf,
  type Dimension,
  type Measures,
  noMeasures,
  type Rate,
  ratesOf,
} from "@sendex/core/analytics/measures";
import type { Granularity } from "@sendex/core/analytics/periods";
import type { MetricSpan } from "@sendex/core/analytics/question";

/** The metrics of the public SDK's `emails.metrics`, in its order: what is answered unless some are named. */
export const SDK_METRICS = [
  "received",
  "delivered",
  "complained",
  "suppressed",
  "bounced",
  "bounced_transient",
  "bounced_permanent",
  "bounced_undetermined",
  "opened",
  "clicked",
  "unsubscribed",
  "delivery_delayed",
  "failed",
  "sent",
  "unique_opened",
  "unique_clicked",
  "delivery_rate",
  "open_rate",
  "click_rate",
  "bounce_rate",
  "complaint_rate",
  "unsubscribe_rate",
] as const;
/** Of the time from accepted to delivered, in ms; null where nothing was delivered. */
export const DELAY_METRICS = ["delay_p50", "delay_p95", "delay_p99"] as const;
/** Ours beside them, answered when they are named. */
export const MORE_METRICS = ["accepted", "machine_opened", "machine_clicked", ...DELAY_METRICS] as const;
export const METRICS = [...SDK_METRICS, ...MORE_METRICS] as const;
export type Metric = (typeof METRICS)[number];

/** What mail can be told apart by; `email` and the period by the caller's word, the others as they are kept. */
export const METRIC_DIMENSIONS = [
  "period",
  "domain",
  "email",
  "broadcast",
  "tag",
  "template",
  "key",
  "priority",
  "provider",
] as const;
export type MetricDimension = (typeof METRIC_DIMENSIONS)[number];

/** Counts and delays of some mail. */
interface Counted {
  counts: Measures;
  delays: Histogram;
}

export interface MetricsRow extends Counted {
  /** The place of its period. */
  period: number;
  /** Empty unless told apart by it. */
  domain: string;
  /** Of the dimension. */
  value: string;
}

export interface MetricsView {
  span: MetricSpan;
  totals: Counted;
  rows: MetricsRow[];
}

/** How it was asked for. */
export interface MetricsAsked {
  metrics: readonly Metric[];
  dimensions: readonly MetricDimension[];
  granularity: Granularity;
  dimension: Dimension | "email";
  /** Ids of the account's domains, by name. */
  domainIds: ReadonlyMap<string, string>;
}

/** As the public SDK reads it; rows in the order of their periods, of one period those with the most mail first. */
export function presentMetrics(view: MetricsView, asked: MetricsAsked) {
  const { span, totals } = view;
  const { dimensions, metrics, granularity } = asked;
  return {
    object: "metrics",
    start_date: span.edges[0]?.toISOString(),
    end_date: span.edges.at(-1)?.toISOString(),
    metrics,
    dimensions,
    granularity,
    totals: pick(totals, metrics),
    ...(dimensions.length > 0 && { data: rowsOf(view, asked).map((row) => presentRow(row, span, asked)) }),
  };
}

/** By period alone there is a row for each of them, also where there was no mail. */
function rowsOf({ span, rows }: MetricsView, { dimensions }: MetricsAsked): MetricsRow[] {
  const ordered = [...rows].sort(
    (a, b) => a.period - b.period || b.counts.accepted - a.counts.accepted || compare(a.value, b.value),
  );
  if (dimensions.join() !== "period") return ordered;
  const known = new Map(ordered.map((row) => [row.period, row]));
  return span.periods.map((_, period) => known.get(period) ?? { period, domain: "", value: "", ...NOTHING });
}

function presentRow(
  row: MetricsRow,
  span: MetricSpan,
  { dimensions, dimension, metrics, domainIds }: MetricsAsked,
) {
  return {
    ...(dimensions.includes("period") && { period: span.periods[row.period]?.name }),
    ...(dimensions.includes("domain") && {
      domain_id: domainIds.get(row.domain) ?? null,
      domain_name: row.domain,
    }),
    ...VALUES[dimension](row.value),
    ...pick(row, metrics),
  };
}

/** What a value is called in a row; null: the mail has none. */
const VALUES: Record<Dimension | "email", (value: string) => Record<string, string | null>> = {
  all: () => ({}),
  email: (value) => ({ email_id: value }),
  tag: (value) => ({ tag: value }),
  template: (value) => ({ template_id: value || null }),
  key: (value) => ({ api_key_id: value || null }),
  priority: (value) => ({ priority: value }),
  provider: (value) => ({ provider: value || "unknown" }),
  broadcast: (value) => ({ broadcast_id: value }),
};

/** Those that are asked for, in their order. */
function pick(counted: Counted, metrics: readonly Metric[]): Partial<Record<Metric, number | null>> {
  const all = allOf(counted);
  return Object.fromEntries(metrics.map((metric) => [metric, all[metric]]));
}

function allOf({ counts, delays }: Counted): Record<Metric, number | null> {
  const quantiles: Quantiles = quantilesOf(delays);
  const rates: Record<Rate, number> = ratesOf(counts);
  return {
    // Until mail is received there is none.
    received: 0,
    accepted: counts.accepted,
    sent: counts.sent,
    delivered: counts.delivered,
    delivery_delayed: counts.deferred,
    bounced: bouncedOf(counts),
    bounced_transient: counts.bounced_transient,
    bounced_permanent: counts.bounced_permanent,
    bounced_undetermined: counts.bounced_undetermined,
    complained: counts.complained,
    suppressed: counts.suppressed,
    failed: counts.failed,
    opened: counts.opened,
    clicked: counts.clicked,
    unique_opened: counts.unique_opened,
    unique_clicked: counts.unique_clicked,
    machine_opened: counts.machine_opened,
    machine_clicked: counts.machine_clicked,
    unsubscribed: counts.unsubscribed,
    ...rates,
    delay_p50: quantiles.p50,
    delay_p95: quantiles.p95,
    delay_p99: quantiles.p99,
  };
}

const NOTHING: Counted = { counts: noMeasures(), delays: new Map() };

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
