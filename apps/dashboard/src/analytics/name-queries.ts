import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { answered } from "../api/client";

const LARGEST_PAGE = 100;

/** Names of values that the API answers by their ids. */
export type Names = ReadonlyMap<string, string>;

/** An account has at most 1,000 templates; those of both worlds are the same. */
export function templateNamesQuery(api: Api) {
  return queryOptions({
    queryKey: [api.caller.accountId, "both", "templates", "names"],
    queryFn: ({ signal }) =>
      namesOf((page) => answered(api.client.GET("/api/v1/templates", { params: { query: page }, signal }))),
  });
}

/** An account has at most 500 keys. */
export function keyNamesQuery(api: Api) {
  return queryOptions({
    queryKey: [...api.scope, "api-keys", "names"],
    queryFn: ({ signal }) =>
      namesOf((page) => answered(api.client.GET("/api/v1/api-keys", { params: { query: page }, signal }))),
  });
}

/** An account has at most 100 domains. */
export function domainNamesQuery(api: Api) {
  return queryOptions({
    queryKey: [...api.scope, "domains", "names"],
    queryFn: ({ signal }) =>
      namesOf((page) => answered(api.client.GET("/api/v1/domains", { params: { query: page }, signal }))),
  });
}

interface Page {
  data: { id: string; name: string }[];
  has_more: boolean;
}

async function namesOf(read: (page: { limit: number; after?: string }) => Promise<Page>): Promise<Names> {
  const names = new Map<string, string>();
  for (let after: string | undefined, more = true; more;) {
    const { data, has_more } = await read({ limit: LARGEST_PAGE, ...(after !== undefined && { after }) });
    for (const { id, name } of data) names.set(id, name);
    after = data.at(-1)?.id;
    more = has_more && after !== undefined;
  }
  return names;
}
