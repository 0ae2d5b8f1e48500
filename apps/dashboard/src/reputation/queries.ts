import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { answered } from "../api/client";

const REFRESH_MS = 20_000;
const SAMPLES = 5;

/** The account with its standing and what that rests on. */
export function accountQuery(api: Api) {
  return queryOptions({
    queryKey: [...api.scope, "account"],
    queryFn: ({ signal }) => answered(api.client.GET("/api/v1/account", { signal })),
    refetchInterval: REFRESH_MS,
  });
}

/** The account's suspensions with their appeals, the latest first; the one that holds among them. */
export function suspensionsQuery(api: Api) {
  return queryOptions({
    queryKey: [...api.scope, "account", "suspensions"],
    queryFn: ({ signal }) => answered(api.client.GET("/api/v1/account/suspensions", { signal })),
  });
}

/** The latest mail that bounced or was complained about: what a rate consists of. */
export function samplesQuery(api: Api, status: "bounced" | "complained") {
  return queryOptions({
    queryKey: [...api.scope, "emails", "samples", status],
    queryFn: ({ signal }) =>
      answered(api.client.GET("/api/v1/emails", { params: { query: { status, limit: SAMPLES } }, signal })),
  });
}
