import type { paths, Webhook } from "@sendex/sdk/generated/api";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { answered } from "../api/client";
import type { State } from "./view";

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Body } } } };
}
  ? Body
  : never;

/** Something that an endpoint was told, or is to be. */
export type Delivery = Answer<"/api/v1/webhooks/{id}/events">["data"][number];
export type Attempt = Answer<"/api/v1/webhooks/{id}/events/{part}/attempts">["data"][number];

/** An account has at most 50 endpoints in each world. */
const LARGEST_PAGE = 100;
const PAGE_SIZE = 50;

export function webhooksKey({ scope }: Api) {
  return [...scope, "webhooks"] as const;
}

/** Begins the key of all that is read of an endpoint. */
function webhookKey(api: Api, id: string) {
  return [...webhooksKey(api), id] as const;
}

export function webhooksQuery(api: Api) {
  return queryOptions({
    queryKey: [...webhooksKey(api), "all"],
    async queryFn({ signal }): Promise<Webhook[]> {
      const params = { query: { limit: LARGEST_PAGE } };
      const { data } = await answered(api.client.GET("/api/v1/webhooks", { params, signal }));
      return data;
    },
  });
}

export function webhookQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...webhookKey(api, id), "itself"],
    queryFn: ({ signal }) =>
      answered(api.client.GET("/api/v1/webhooks/{id}", { params: { path: { id } }, signal })),
  });
}

/** What an endpoint was told, newest first, page after page. */
export function deliveriesQuery(api: Api, id: string, status: State | undefined) {
  return infiniteQueryOptions({
    queryKey: [...webhookKey(api, id), "deliveries", status ?? "any"],
    queryFn({ pageParam, signal }) {
      const query = {
        limit: PAGE_SIZE,
        ...(status && { status }),
        ...(pageParam !== undefined && { after: pageParam }),
      };
      return answered(
        api.client.GET("/api/v1/webhooks/{id}/events", { params: { path: { id }, query }, signal }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
  });
}

/** One delivery with its payload. */
export function deliveryQuery(api: Api, id: string, part: string) {
  return queryOptions({
    queryKey: [...webhookKey(api, id), "delivery", part],
    queryFn: ({ signal }) =>
      answered(
        api.client.GET("/api/v1/webhooks/{id}/events/{part}", { params: { path: { id, part } }, signal }),
      ),
  });
}

/** Its attempts, the last first. A ladder has 11 of them, a replay as many again; the newest 100 are enough. */
export function attemptsQuery(api: Api, id: string, part: string) {
  return queryOptions({
    queryKey: [...webhookKey(api, id), "attempts", part],
    async queryFn({ signal }) {
      const params = { path: { id, part }, query: { limit: LARGEST_PAGE } };
      const { data } = await answered(
        api.client.GET("/api/v1/webhooks/{id}/events/{part}/attempts", { params, signal }),
      );
      return data;
    },
  });
}
