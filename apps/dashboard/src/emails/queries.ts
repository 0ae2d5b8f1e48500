import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { ListedEmail } from "@sendex/sdk/generated/api";
import type { Api } from "../api/api";
import { answered } from "../api/client";
import { type EmailFilters, toQuery } from "./filters";

const PAGE_SIZE = 50;

/** Begins the key of all that is read of messages. */
export function emailsKey({ scope }: Api) {
  return [...scope, "emails"] as const;
}

/** The list, newest first, page after page. */
export function emailsQuery(api: Api, filters: EmailFilters) {
  return infiniteQueryOptions({
    queryKey: [...emailsKey(api), "list", filters],
    queryFn: ({ pageParam, signal }) => readPage(api, filters, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
    // The top is kept fresh by use-emails.ts; reading a hundred pages again would help nobody.
    staleTime: Infinity,
  });
}

/** The newest of the list. */
export function readPage(api: Api, filters: EmailFilters, after?: string, signal?: AbortSignal) {
  const query = { limit: PAGE_SIZE, ...toQuery(filters), ...(after !== undefined && { after }) };
  return answered(api.client.GET("/api/v1/emails", { params: { query }, ...(signal && { signal }) }));
}

export function emailQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...emailsKey(api), id],
    queryFn: ({ signal }) =>
      answered(api.client.GET("/api/v1/emails/{id}", { params: { path: { id } }, signal })),
  });
}

/** Every decision on it in sentences. */
export function explanationQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...emailsKey(api), id, "explanation"],
    queryFn: ({ signal }) =>
      answered(api.client.GET("/api/v1/emails/{id}/explain", { params: { path: { id } }, signal })),
  });
}

export function filesQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...emailsKey(api), id, "files"],
    queryFn: ({ signal }) =>
      answered(
        api.client.GET("/api/v1/emails/{id}/attachments", {
          params: { path: { id }, query: { limit: 100 } },
          signal,
        }),
      ),
  });
}

/** So many rows at most go into a file that the browser makes. */
const MOST_EXPORTED = 10_000;
const LARGEST_PAGE = 100;

/** All that the filters leave, newest first, up to 10,000. */
export async function readAll(api: Api, filters: EmailFilters): Promise<ListedEmail[]> {
  const all: ListedEmail[] = [];
  for (let after: string | undefined, more = true; more && all.length < MOST_EXPORTED;) {
    const query = { limit: LARGEST_PAGE, ...toQuery(filters), ...(after !== undefined && { after }) };
    const { data, has_more } = await answered(api.client.GET("/api/v1/emails", { params: { query } }));
    all.push(...data);
    after = data.at(-1)?.id;
    more = has_more;
  }
  return all;
}
