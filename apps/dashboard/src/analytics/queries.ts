import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { answered } from "../api/client";
import { now } from "../ui/time/clock";
import { partsOf } from "./breakdown";
import { figuresOf, METRICS } from "./metrics";
import { filterQuery } from "./narrowing";
import { seriesOf } from "./series";
import { type Span, spanOf } from "./span";
import type { AnalyticsView, Dimension } from "./view";

/** Counts are a few seconds behind: a day's hours move while one looks, a quarter's weeks hardly do. */
const FRESH_MS = { day: 8_000, other: 30_000 };

function analyticsKey({ scope }: Api, { period, from, to, ...view }: AnalyticsView) {
  return [...scope, "analytics", { period, from, to, ...filterQuery(view) }] as const;
}

function freshMs({ period }: AnalyticsView): number {
  return period === "day" ? FRESH_MS.day : FRESH_MS.other;
}

/** Sums and series of the period, and of the one before. */
export function figuresQuery(api: Api, view: AnalyticsView) {
  return queryOptions({
    queryKey: [...analyticsKey(api, view), "figures"],
    async queryFn({ signal }) {
      const span = spanOf(view, new Date(now()));
      const { granularity } = span;
      const more = { dimensions: "period", granularity };
      const [found, earlier] = await Promise.all([
        metricsOf(api, view, span.open ? { from: span.from } : span, more, signal),
        span.before && metricsOf(api, view, span.before, more, signal),
      ]);
      return {
        span,
        sums: figuresOf(found.totals),
        sumsBefore: earlier && figuresOf(earlier.totals),
        points: seriesOf(found.data ?? [], earlier?.data),
      };
    },
    refetchInterval: freshMs(view),
  });
}

/** The period's mail told apart by one dimension. */
export function breakdownQuery(api: Api, view: AnalyticsView, by: Dimension) {
  return queryOptions({
    queryKey: [...analyticsKey(api, view), "by", by],
    async queryFn({ signal }) {
      const span = spanOf(view, new Date(now()));
      const range = span.open ? { from: span.from } : span;
      const { data = [] } = await metricsOf(api, view, range, { dimensions: by }, signal);
      return { by, parts: partsOf(by, data) };
    },
    refetchInterval: freshMs(view),
  });
}

/** Without an end: until now, by the clock that counts. */
type Range = Pick<Span, "from"> & Partial<Pick<Span, "to">>;
type More = { dimensions: string; granularity?: Span["granularity"] };

function metricsOf(api: Api, view: AnalyticsView, { from, to }: Range, more: More, signal: AbortSignal) {
  const query = {
    ...filterQuery(view),
    start_date: from.toISOString(),
    ...(to && { end_date: to.toISOString() }),
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    metrics: METRICS.join(","),
    ...more,
  };
  return answered(api.client.GET("/api/v1/emails/metrics", { params: { query }, signal }));
}
