import type { Alert } from "@sendex/sdk/generated/api";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { answered } from "../api/client";
import type { Filters } from "./filters";

/** An account has at most 50 that are open. */
const LARGEST_PAGE = 100;
const PAGE_SIZE = 25;
/** The scheduler looks every minute. */
const REFRESH_MS = 60_000;

export function alertsKey({ scope }: Api) {
  return [...scope, "alerts"] as const;
}

/** Those that nobody looks after, the newest first. */
export function openAlertsQuery(api: Api) {
  return queryOptions({
    queryKey: [...alertsKey(api), "open"],
    queryFn: ({ signal }) => read(api, "open", signal),
    refetchInterval: REFRESH_MS,
  });
}

/** Those that somebody looks after. */
export function acknowledgedQuery(api: Api) {
  return queryOptions({
    queryKey: [...alertsKey(api), "acknowledged"],
    queryFn: ({ signal }) => read(api, "acknowledged", signal),
    refetchInterval: REFRESH_MS,
  });
}

async function read({ client }: Api, status: "open" | "acknowledged", signal: AbortSignal): Promise<Alert[]> {
  const params = { query: { status, limit: LARGEST_PAGE } };
  const { data } = await answered(client.GET("/api/v1/alerts", { params, signal }));
  return data;
}

/** Those that are over, the newest first, page after page. */
export function pastQuery(api: Api, filters: Filters) {
  return infiniteQueryOptions({
    queryKey: [...alertsKey(api), "closed", filters],
    queryFn({ pageParam, signal }) {
      const page = { limit: PAGE_SIZE, ...(pageParam !== undefined && { after: pageParam }) };
      const query = { status: "closed" as const, ...page, ...filters };
      return answered(api.client.GET("/api/v1/alerts", { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
  });
}

export function rulesQuery(api: Api) {
  return queryOptions({
    queryKey: [...alertsKey(api), "rules"],
    async queryFn({ signal }) {
      const { data } = await answered(api.client.GET("/api/v1/alerts/rules", { signal }));
      return data;
    },
  });
}

export function mailQuery(api: Api) {
  return queryOptions({
    queryKey: [...alertsKey(api), "mail"],
    queryFn: ({ signal }) => answered(api.client.GET("/api/v1/alerts/mail", { signal })),
  });
}
