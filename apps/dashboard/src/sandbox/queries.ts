import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { headersOf } from "../api/client";
import { plain } from "../api/plain";
import type { Mail, MailPage } from "./mail";

const PAGE_SIZE = 50;
const PATH = "/api/v1/sandbox/emails";

/** Begins the key of all that is read of the inbox. */
function inboxKey({ scope }: Api) {
  return [...scope, "sandbox"] as const;
}

/** The mails, newest first, page after page. `q` is a part of the subject. */
export function inboxQuery(api: Api, q: string | undefined) {
  return infiniteQueryOptions({
    queryKey: [...inboxKey(api), "list", q],
    queryFn: ({ pageParam, signal }) => readInbox(api, q, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

export async function readInbox(
  api: Api,
  q: string | undefined,
  after?: string,
  signal?: AbortSignal,
): Promise<MailPage> {
  const query = new URLSearchParams({
    limit: String(PAGE_SIZE),
    ...(q !== undefined && { q }),
    ...(after !== undefined && { after }),
  });
  const options = { headers: headersOf(api.caller), ...(signal && { signal }) };
  return (await plain(`${PATH}?${query.toString()}`, options)) as MailPage;
}

/** @param recipient whose mail; undefined: the first that was sent to */
export function mailQuery(api: Api, id: string, recipient: string | undefined) {
  return queryOptions({
    queryKey: [...inboxKey(api), id, recipient],
    queryFn: async ({ signal }) => {
      const query = recipient === undefined ? "" : `?${new URLSearchParams({ recipient }).toString()}`;
      const options = { headers: headersOf(api.caller), signal };
      return (await plain(`${PATH}/${encodeURIComponent(id)}${query}`, options)) as Mail;
    },
    // What was delivered never changes.
    staleTime: Infinity,
  });
}
