import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { answered } from "../api/client";
import { now } from "../ui/time/clock";
import { spanOf } from "./span";
import type { OverviewView } from "./view";

/** Counters are kept by the hour: an hour's bars move while one looks, a month's hardly do. */
const FRESH_MS = { day: 8_000, other: 30_000 };

export function overviewKey({ scope }: Api) {
  return [...scope, "overview"] as const;
}

export function overviewQuery(api: Api, { period, from, to }: OverviewView) {
  return queryOptions({
    queryKey: [...overviewKey(api), { period, from, to }],
    queryFn: ({ signal }) => {
      const span = spanOf({ period, from, to }, new Date(now()));
      const query = {
        from: span.from.toISOString(),
        ...(span.to && { to: span.to.toISOString() }),
        interval: span.interval,
      };
      return answered(api.client.GET("/api/v1/overview", { params: { query }, signal }));
    },
    refetchInterval: period === "day" ? FRESH_MS.day : FRESH_MS.other,
  });
}
