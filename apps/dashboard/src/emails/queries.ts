import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { ListedEmail } from "@sendex/sdk/generated/api";
import type { Api } from "../api/api";
import { answered } from "../api/client";
import { type EmailFilters, toQuery } from "./filters";

/** The most that the API gives: a long list is read in few turns. */
const PAGE_SIZE = 100;

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
    // Comparing each of 100,000 rows would take longer than drawing those in sight.
    structuralSharing: false,
  });
}

/** The newest of the list as they are now, past what is remembered. */
export function headQuery(api: Api, filters: EmailFilters) {
  return queryOptions({
    queryKey: [...emailsKey(api), "head", filters],
    queryFn: ({ signal }) => readPage(api, filters, undefined, signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}

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

/** The entry of the suppression list that stops mail to this address; null where there is none. */
export function suppressionQuery({ client, scope }: Api, address: string) {
  return queryOptions({
    queryKey: [...scope, "suppressions", "entry", address.toLowerCase()],
    queryFn: async ({ signal }) => {
      const query = { email: address.toLowerCase(), limit: 1 };
      const { data } = await answered(client.GET("/api/v1/suppressions", { params: { query }, signal }));
      return data[0] ?? null;
    },
  });
}

/** So many rows at most go into a file that the browser makes. */
export const MOST_EXPORTED = 10_000;

/** All that the filters leave, newest first, up to 10,000. */
export async function readAll(api: Api, filters: EmailFilters): Promise<ListedEmail[]> {
  const all: ListedEmail[] = [];
  for (let after: string | undefined, more = true; more && all.length < MOST_EXPORTED;) {
    const query = { limit: PAGE_SIZE, ...toQuery(filters), ...(after !== undefined && { after }) };
    const { data, has_more } = await answered(api.client.GET("/api/v1/emails", { params: { query } }));
    all.push(...data);
    after = data.at(-1)?.id;
    more = has_more;
  }
  return all;
}
