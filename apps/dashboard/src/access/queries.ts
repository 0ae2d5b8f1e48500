import type { paths } from "@sendex/sdk/generated/api";
import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { answered } from "../api/client";

type Read = paths["/api/v1/api-keys/{id}"]["get"]["responses"]["200"]["content"];
/** A key as it is listed: never its token. */
export type ApiKey = Read["application/json"];

/** Both worlds' keys are of the account, so that a key made in one is seen in the other. */
export function keysKey({ scope }: Pick<Api, "scope">) {
  return [...scope, "api-keys"] as const;
}

const LARGEST_PAGE = 100;

/** All keys, newest first: an account has at most 500. */
export function keysQuery(api: Api) {
  return queryOptions({
    queryKey: [...keysKey(api), "all"],
    async queryFn({ signal }) {
      const all: ApiKey[] = [];
      for (let after: string | undefined, more = true; more;) {
        const query = { limit: LARGEST_PAGE, ...(after !== undefined && { after }) };
        const { data, has_more } = await answered(
          api.client.GET("/api/v1/api-keys", { params: { query }, signal }),
        );
        all.push(...data);
        after = data.at(-1)?.id;
        more = has_more;
      }
      return all;
    },
  });
}

/** Names that a key can be kept to, and whether mail can go out from them. An account has at most 100. */
export function scopesQuery(api: Api) {
  return queryOptions({
    queryKey: [...keysKey(api), "scopes"],
    async queryFn({ signal }) {
      const params = { query: { limit: LARGEST_PAGE } };
      const { data } = await answered(api.client.GET("/api/v1/domains", { params, signal }));
      return data.map(({ name, status }) => ({ name, verified: status === "verified" }));
    },
  });
}
