/** What is asked of `GET /api/v1/emails/metrics`, by the API's names. Source: docs/analytics.md "Metrics" */
export const METRICS = [
  ...(["sent", "delivered", "delivery_rate", "bounced", "bounce_rate"] as const),
  ...(["complained", "complaint_rate", "unique_opened", "open_rate", "machine_opened"] as const),
  ...(["unique_clicked", "click_rate", "machine_clicked", "unsubscribed", "unsubscribe_rate"] as const),
  ...(["delay_p50", "delay_p95", "delay_p99"] as const),
];
export type Metric = (typeof METRICS)[number];
/** What has a place in the chart: what machines did is told beside it alone. */
export type Drawn = Exclude<Metric, `machine_${string}`>;

/** Of a rate, percent; of a delay, milliseconds; null where there is nothing that it could be of. */
export type Figures = Record<Metric, number | null>;

/** What a metric is made of, and so how it is written and compared. */
export type Kind = "count" | "rate" | "delay";

/** What each rate is a share of. */
export const WHOLES: Partial<Record<Metric, "sent" | "delivered">> = {
  delivery_rate: "sent",
  bounce_rate: "sent",
  complaint_rate: "delivered",
  open_rate: "delivered",
  click_rate: "delivered",
  unsubscribe_rate: "delivered",
};

export function kindOf(metric: Metric): Kind {
  if (WHOLES[metric]) return "rate";
  return metric.startsWith("delay_") ? "delay" : "count";
}

/** As the API counted. It calls a share of nothing 0; here there is none. */
export function figuresOf(counted: Partial<Figures>): Figures {
  const figures = METRICS.map((metric) => {
    const whole = WHOLES[metric];
    const missing = whole !== undefined && (counted[whole] ?? 0) === 0;
    return [metric, missing ? null : (counted[metric] ?? null)];
  });
  // The parse boundary: every metric has its entry.
  return Object.fromEntries(figures) as Figures;
}
