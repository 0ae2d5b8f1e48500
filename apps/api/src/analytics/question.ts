import { type FieldError, invalidFields } from "@sendex/core/error";
import type { Dimension } from "@sendex/core/analytics/measures";
import { type MetricSpan, readMetricSpan } from "@sendex/core/analytics/question";
import {
  DELAY_METRICS,
  type Metric,
  type MetricDimension,
  SDK_METRICS,
} from "@sendex/wire/analytics/metrics";
import type { MetricsQuery } from "./schemas";

/** What a query asks for, its parts put together. */
export interface Asked {
  span: MetricSpan;
  metrics: readonly Metric[];
  dimensions: readonly MetricDimension[];
  dimension: Dimension | "email";
  byDomain: boolean;
  /** Of the dimension. */
  values?: readonly string[];
  delays: boolean;
}

/** The filter of each dimension. */
const FILTERS = {
  tag: "tag",
  template: "template_id",
  key: "api_key_id",
  priority: "priority",
  provider: "provider",
  broadcast: "broadcast_id",
  email: "email_id",
} as const satisfies Partial<Record<MetricDimension, keyof MetricsQuery>>;
type Filtered = keyof typeof FILTERS;
const FILTERED: readonly Filtered[] = [
  ...(["tag", "template", "key", "priority", "provider", "broadcast", "email"] as const),
];

/** Throws bad_request with every combination that cannot be answered. */
export function readQuestion(query: MetricsQuery, now: Date): Asked {
  const { dimensions = [] } = query;
  const metrics: readonly Metric[] = query.metrics ?? SDK_METRICS;
  const asked = FILTERED.filter((dimension) => dimensions.includes(dimension));
  const filtered = FILTERED.filter((dimension) => query[FILTERS[dimension]] !== undefined);
  const dimension = asked[0] ?? filtered[0] ?? "all";
  const reading = readMetricSpan(
    {
      ...(query.start_date && { from: query.start_date }),
      ...(query.end_date && { to: query.end_date }),
      timeZone: query.timezone,
      granularity: query.granularity,
      byPeriod: dimensions.includes("period"),
    },
    now,
    { from: "start_date", to: "end_date" },
  );
  const errors = [
    ...combinationErrors(query, asked, filtered, dimension),
    ...("errors" in reading ? reading.errors : []),
  ];
  if (errors.length > 0 || "errors" in reading) throw invalidFields(errors);
  const values = dimension === "all" ? undefined : query[FILTERS[dimension]];
  return {
    span: reading.span,
    metrics,
    dimensions,
    dimension,
    byDomain: dimensions.includes("domain"),
    ...(values && { values: values.map((value) => storedValue(dimension, value)) }),
    delays: DELAY_METRICS.some((metric) => metrics.includes(metric)),
  };
}

/** One dimension beside the period and the domain, and filters of that one alone. */
function combinationErrors(
  query: MetricsQuery,
  asked: Filtered[],
  filtered: Filtered[],
  dimension: Dimension | "email",
): FieldError[] {
  const { dimensions = [], metrics = [] } = query;
  const errors: FieldError[] = [];
  const wrong = (field: string, message: string): void =>
    void errors.push({ field, code: "combination", message });
  if (asked.length > 1) wrong("dimensions", `${asked.join(" and ")} cannot be told apart together.`);
  for (const other of filtered.filter((name) => name !== dimension))
    wrong(FILTERS[other], `${FILTERS[other]} cannot be used together with ${dimension}.`);
  if (dimension === "email" && (dimensions.includes("domain") || query.domain_id))
    wrong("dimensions", "email cannot be used together with domain.");
  if (dimension === "email" && DELAY_METRICS.some((metric) => metrics.includes(metric)))
    wrong("metrics", "Delays are not told by email.");
  return errors;
}

function storedValue(dimension: Dimension | "email", value: string): string {
  return dimension === "provider" && value === "unknown" ? "" : value;
}
