import type { paths } from "@sendex/sdk/generated/api";
import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { answered } from "../api/client";

type Read = paths["/api/v1/domains/{id}"]["get"]["responses"]["200"]["content"];
export type Domain = Read["application/json"];
/** Something to publish, as DNS was last seen to have it. */
export type DomainRecord = Domain["records"][number];
/** As it is listed. */
export type ListedDomain = Omit<Domain, "records" | "zone_file">;

export function domainsKey({ scope }: Api) {
  return [...scope, "domains"] as const;
}

/** An account has at most 100. */
const LARGEST_PAGE = 100;

/** All domains, newest first. */
export function domainsQuery(api: Api) {
  return queryOptions({
    queryKey: [...domainsKey(api), "all"],
    async queryFn({ signal }) {
      const params = { query: { limit: LARGEST_PAGE } };
      const { data } = await answered(api.client.GET("/api/v1/domains", { params, signal }));
      return data;
    },
  });
}

export function domainQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...domainsKey(api), id],
    queryFn: ({ signal }) =>
      answered(api.client.GET("/api/v1/domains/{id}", { params: { path: { id } }, signal })),
  });
}
