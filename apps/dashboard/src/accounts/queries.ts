import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Account, Member } from "@sendex/sdk/generated/api";
import type { Api } from "../api/api";
import { answered } from "../api/client";
import { bodyOf, type BrandValues } from "./brand";

const PAGE_SIZE = 50;
const LARGEST_PAGE = 100;

export function accountKey({ scope }: Api) {
  return [...scope, "account"] as const;
}

export function accountQuery(api: Api) {
  return queryOptions({
    queryKey: accountKey(api),
    queryFn: ({ signal }) => answered(api.client.GET("/api/v1/account", { signal })),
  });
}

/** Of what a form holds; the last one stays until the next is there. */
export function brandPreviewQuery(api: Api, account: Account, values: BrandValues, language: string) {
  const { name, color, logo } = values;
  const picture = logo && [logo.file.name, logo.file.size, logo.file.lastModified];
  const saved = [account.name, account.brand.logo_url];
  const body = { ...bodyOf(values), language: language.startsWith("ja") ? ("ja" as const) : ("en" as const) };
  return queryOptions({
    queryKey: [
      ...accountKey(api),
      "brand-preview",
      saved,
      name,
      color,
      logo === undefined ? "saved" : picture,
      language,
    ],
    queryFn: ({ signal }) => answered(api.client.POST("/api/v1/account/brand/preview", { body, signal })),
    placeholderData: keepPreviousData,
  });
}

export function membersKey({ scope }: Api) {
  return [...scope, "members"] as const;
}

/** All of them: an account has 500 at most. */
export function membersQuery(api: Api) {
  return queryOptions({
    queryKey: membersKey(api),
    async queryFn({ signal }) {
      const all: Member[] = [];
      for (let after: string | undefined, more = true; more;) {
        const query = { limit: LARGEST_PAGE, ...(after !== undefined && { after }) };
        const page = await answered(api.client.GET("/api/v1/members", { params: { query }, signal }));
        all.push(...page.data);
        after = page.data.at(-1)?.id;
        more = page.has_more;
      }
      return all;
    },
  });
}

export function invitationsKey({ scope }: Api) {
  return [...scope, "invitations"] as const;
}

/** All that wait, and those that ran out; an account has 100 at most. */
export function invitationsQuery(api: Api) {
  return queryOptions({
    queryKey: invitationsKey(api),
    queryFn: ({ signal }) =>
      answered(api.client.GET("/api/v1/invitations", { params: { query: { limit: LARGEST_PAGE } }, signal })),
  });
}

/** Of the person, whichever account she looks at. */
export const SESSIONS_KEY = ["sessions"];

export function sessionsQuery({ client }: Api) {
  return queryOptions({
    queryKey: SESSIONS_KEY,
    queryFn: ({ signal }) => answered(client.GET("/api/v1/sessions", { signal })),
  });
}

/** Newest first. */
export function auditQuery(api: Api) {
  return infiniteQueryOptions({
    queryKey: [...api.scope, "audit-log"],
    queryFn: ({ pageParam, signal }) => readAudit(api, PAGE_SIZE, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
  });
}

export function readAudit({ client }: Api, limit: number, after?: string, signal?: AbortSignal) {
  const query = { limit, ...(after !== undefined && { after }) };
  return answered(client.GET("/api/v1/audit-log", { params: { query }, ...(signal && { signal }) }));
}
