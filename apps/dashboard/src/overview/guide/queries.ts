import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/api";
import { answered } from "../../api/client";
import { isSettled } from "./arrival";

/** One who waits for a mail looks this often. */
const WATCH_MS = 1_000;
const DOMAIN_MS = 2_000;
const MOST_DOMAINS = 100;

/** The account's domains, looked at until one can be sent from. */
export function domainsQuery(api: Api) {
  return queryOptions({
    queryKey: [...api.scope, "domains", "guide"],
    queryFn: ({ signal }) =>
      answered(api.client.GET("/api/v1/domains", { params: { query: { limit: MOST_DOMAINS } }, signal })),
    refetchInterval: ({ state: { data } }) =>
      data?.data.some(({ status }) => status === "verified") ? false : DOMAIN_MS,
  });
}

/** The newest message there is. */
export function newestQuery(api: Api, watching: boolean) {
  return queryOptions({
    queryKey: [...api.scope, "emails", "newest"],
    queryFn: async ({ signal }) => {
      const query = { limit: 1 };
      const { data } = await answered(api.client.GET("/api/v1/emails", { params: { query }, signal }));
      return data[0]?.id ?? null;
    },
    staleTime: 0,
    refetchInterval: watching && WATCH_MS,
  });
}

/** The message that came, looked at until it is settled. */
export function arrivalQuery(api: Api, id: string | undefined) {
  return queryOptions({
    queryKey: [...api.scope, "emails", id ?? "none"],
    queryFn: ({ signal }) =>
      answered(api.client.GET("/api/v1/emails/{id}", { params: { path: { id: id ?? "" } }, signal })),
    enabled: id !== undefined,
    refetchInterval: ({ state: { data } }) => (data && isSettled(data) ? false : WATCH_MS),
  });
}
