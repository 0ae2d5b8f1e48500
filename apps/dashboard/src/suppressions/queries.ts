import type { paths } from "@sendex/sdk/generated/api";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { answered, answeredText } from "../api/client";
import type { Filters } from "./filters";

type Read = paths["/api/v1/suppressions/{id}"]["get"]["responses"]["200"]["content"];
export type Suppression = Read["application/json"];

const PAGE_SIZE = 50;

export function suppressionsKey({ scope }: Api) {
  return [...scope, "suppressions"] as const;
}

/** The list of the world that is shown, newest first, page after page. */
export function suppressionsQuery(api: Api, filters: Filters) {
  return infiniteQueryOptions({
    queryKey: [...suppressionsKey(api), "list", filters],
    queryFn({ pageParam, signal }) {
      const query = { limit: PAGE_SIZE, ...filters, ...(pageParam !== undefined && { after: pageParam }) };
      return answered(api.client.GET("/api/v1/suppressions", { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
  });
}

/** @param id or the address itself */
export function suppressionQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...suppressionsKey(api), id],
    queryFn: ({ signal }) =>
      answered(api.client.GET("/api/v1/suppressions/{id}", { params: { path: { id } }, signal })),
  });
}

/** The whole list that the filters leave, as the API writes it. */
export function readCsv(api: Api, filters: Filters): Promise<string> {
  const params = { query: filters };
  return answeredText(api.client.GET("/api/v1/suppressions/export", { params, parseAs: "text" }));
}
