import type { Drawn, Metric } from "./metrics";

/** One figure of the page, in the metrics that tell of it; the first is the one in large type. */
export interface Measure {
  name: "sent" | "delivered" | "bounced" | "complained" | "opened" | "clicked" | "unsubscribed" | "delay";
  aspects: readonly [Drawn, ...Drawn[]];
  /** What machines did of the same. */
  machines?: Metric;
}

/** In the order of the page. */
export const MEASURES: readonly Measure[] = [
  { name: "sent", aspects: ["sent"] },
  { name: "delivered", aspects: ["delivered", "delivery_rate"] },
  { name: "bounced", aspects: ["bounced", "bounce_rate"] },
  { name: "complained", aspects: ["complained", "complaint_rate"] },
  { name: "opened", aspects: ["unique_opened", "open_rate"], machines: "machine_opened" },
  { name: "clicked", aspects: ["unique_clicked", "click_rate"], machines: "machine_clicked" },
  { name: "unsubscribed", aspects: ["unsubscribed", "unsubscribe_rate"] },
  { name: "delay", aspects: ["delay_p50", "delay_p95", "delay_p99"] },
];

/** What can be drawn. */
export const DRAWN: readonly Drawn[] = MEASURES.flatMap(({ aspects }) => aspects);

/** The measure that a metric tells of. */
export function measureOf(metric: Drawn): Measure {
  const found = MEASURES.find(({ aspects }) => aspects.includes(metric));
  if (!found) throw new Error(`${metric} tells of no measure`);
  return found;
}
