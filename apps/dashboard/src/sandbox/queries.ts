import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { headersOf } from "../api/client";
import { plain } from "../api/plain";
import type { Mail, MailPage } from "./mail";

const PAGE_SIZE = 50;

/** Begins the key of all that is read of the inbox. */
function inboxKey({ scope }: Api) {
  return [...scope, "sandbox"] as const;
}

/** The mails, newest first, page after page. */
export function inboxQuery(api: Api) {
  return infiniteQueryOptions({
    queryKey: [...inboxKey(api), "list"],
    queryFn: ({ pageParam, signal }) => readInbox(api, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
    staleTime: Infinity,
  });
}

export async function readInbox(api: Api, after?: string, signal?: AbortSignal): Promise<MailPage> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE), ...(after !== undefined && { after }) });
  const path = `/api/v1/sandbox/emails?${query.toString()}`;
  return (await plain(path, { headers: headersOf(api.caller), ...(signal && { signal }) })) as MailPage;
}

/** A mail never changes. */
export function mailQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...inboxKey(api), id],
    queryFn: async ({ signal }) => {
      const path = `/api/v1/sandbox/emails/${encodeURIComponent(id)}`;
      return (await plain(path, { headers: headersOf(api.caller), signal })) as Mail;
    },
    staleTime: Infinity,
  });
}
