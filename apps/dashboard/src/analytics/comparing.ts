import { kindOf, type Metric } from "./metrics";

/** How a figure differs from the one of the period before. */
export interface Change {
  /** Of `percent` what it is more, of `points` the percentage points. */
  by: number;
  unit: "percent" | "points";
  meaning: "better" | "worse" | "same" | "neither";
}

/** What is well when it grows, and what is well when it shrinks; how much is sent is the account's own choice. */
const BETTER: Partial<Record<Metric, "more" | "less">> = {
  ...{ delivered: "more", delivery_rate: "more", unique_opened: "more", open_rate: "more" },
  ...{ unique_clicked: "more", click_rate: "more" },
  ...{ bounced: "less", bounce_rate: "less", complained: "less", complaint_rate: "less" },
  ...{ unsubscribed: "less", unsubscribe_rate: "less" },
  ...{ delay_p50: "less", delay_p95: "less", delay_p99: "less" },
};

/** Rates are compared in percentage points, all else in percent. Undefined: there is nothing to compare with. */
export function changeOf(metric: Metric, now: number | null, before: number | null): Change | undefined {
  if (now === null || before === null) return undefined;
  const unit = kindOf(metric) === "rate" ? "points" : "percent";
  if (unit === "percent" && before === 0) return now === 0 ? { by: 0, unit, meaning: "same" } : undefined;
  const by = unit === "points" ? rounded(now - before, 2) : rounded((100 * (now - before)) / before, 1);
  return { by, unit, meaning: meaningOf(metric, by) };
}

function meaningOf(metric: Metric, by: number): Change["meaning"] {
  if (by === 0) return "same";
  const better = BETTER[metric];
  if (better === undefined) return "neither";
  return by > 0 === (better === "more") ? "better" : "worse";
}

function rounded(value: number, digits: number): number {
  const size = 10 ** digits;
  // Adding 0 makes 0 of -0.
  return Math.round(value * size) / size + 0;
}
