import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { answered, answeredText } from "../api/client";
import { type LogFilters, toQuery } from "./filters";

const PAGE_SIZE = 50;
/** Calls make no event that a page could hear of. */
const REFRESH_MS = 5_000;
const LARGEST_PAGE = 100;

function logsKey({ scope }: Api) {
  return [...scope, "logs"] as const;
}

/** Calls, newest first, page after page; read anew as long as the first page is all that was read. */
export function logsQuery(api: Api, filters: LogFilters) {
  return infiniteQueryOptions({
    queryKey: [...logsKey(api), "list", filters],
    queryFn({ pageParam, signal }) {
      const query = {
        limit: PAGE_SIZE,
        ...toQuery(filters),
        ...(pageParam !== undefined && { after: pageParam }),
      };
      return answered(api.client.GET("/api/v1/logs", { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
    refetchInterval: ({ state: { data } }) => (data?.pages.length === 1 ? REFRESH_MS : false),
  });
}

/** One call with its bodies, which never change. */
export function logQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...logsKey(api), id],
    queryFn: ({ signal }) =>
      answered(api.client.GET("/api/v1/logs/{id}", { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });
}

/** What the newest 100 keys are called, by their ids. */
export function keyNamesQuery(api: Api) {
  return queryOptions({
    queryKey: [...logsKey(api), "key-names"],
    async queryFn({ signal }) {
      const params = { query: { limit: LARGEST_PAGE } };
      const { data } = await answered(api.client.GET("/api/v1/api-keys", { params, signal }));
      return data.map(({ id, name }) => ({ id, name }));
    },
  });
}

/** What the filters leave, up to 10,000 calls, as the API writes it. */
export function readCsv(api: Api, filters: LogFilters): Promise<string> {
  const params = { query: { ...toQuery(filters), format: "csv" as const } };
  return answeredText(api.client.GET("/api/v1/logs", { params, parseAs: "text" }));
}
