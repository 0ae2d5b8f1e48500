import type { Broadcast, BroadcastPreview, ClickedLink } from "@sendex/sdk/generated/api";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Api } from "../api/api";
import { answered } from "../api/client";
import { now } from "../ui/time/clock";
import { isGoing, lacksOf, watchMs } from "./broadcast";
import type { BroadcastView, Outcome } from "./broadcast-view";
import { audiencesKey } from "./queries";

const PAGE_SIZE = 50;
const MOST_LINKS = 100;
/** Lists of many rows are read less often than one broadcast. */
const LIST_MS = 4_000;

/** Of the world that is shown, newest first, page after page; read anew while one of the first page is under way. */
export function broadcastsQuery(api: Api) {
  return infiniteQueryOptions({
    queryKey: [...audiencesKey(api), "broadcasts"],
    queryFn({ pageParam, signal }) {
      const query = { limit: PAGE_SIZE, ...(pageParam !== undefined && { after: pageParam }) };
      return answered(api.client.GET("/api/v1/broadcasts", { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
    refetchInterval: ({ state: { data } }) =>
      data?.pages.length === 1 && data.pages[0]?.data.some(isGoing) === true && LIST_MS,
  });
}

/** With what became of it until now. */
export function broadcastQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: [...audiencesKey(api), "broadcast", id],
    queryFn: ({ signal }): Promise<Broadcast> =>
      answered(api.client.GET("/api/v1/broadcasts/{id}", { params: { path: { id } }, signal })),
    refetchInterval: ({ state: { data } }) => data !== undefined && watchMs(data, now()),
  });
}

/**
 * What a contact would get of what is stored; not asked for while it lacks what a mail needs.
 * @param look `contact`: its address; unless given, somebody whom nobody knows
 */
export function broadcastPreviewQuery(
  api: Api,
  broadcast: Broadcast,
  look: Pick<BroadcastView, "contact" | "variant">,
) {
  const { id } = broadcast;
  const contact = look.contact;
  const variant = broadcast.subject_test ? look.variant : undefined;
  const params = {
    path: { id },
    query: { ...(contact !== undefined && { contact }), ...(variant && { variant }) },
  };
  return queryOptions({
    queryKey: [...audiencesKey(api), "broadcast", id, "preview", contact, variant],
    queryFn: ({ signal }): Promise<BroadcastPreview> =>
      answered(api.client.GET("/api/v1/broadcasts/{id}/preview", { params, signal })),
    placeholderData: keepPreviousData,
    enabled: lacksOf(broadcast).length === 0,
  });
}

/** Of whom this is so, the last mail first. */
export function broadcastRecipientsQuery(api: Api, { id, state }: Broadcast, type: Outcome) {
  return infiniteQueryOptions({
    queryKey: [...audiencesKey(api), "broadcast", id, "recipients", type],
    queryFn({ pageParam, signal }) {
      const query = { type, limit: PAGE_SIZE, ...(pageParam !== undefined && { after: pageParam }) };
      const params = { path: { id }, query };
      return answered(api.client.GET("/api/v1/broadcasts/{id}/recipients", { params, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => isGoing({ state }) && data?.pages.length === 1 && LIST_MS,
  });
}

/** The links that were followed most, up to 100 of them. */
export function clickedLinksQuery(api: Api, { id, state }: Broadcast) {
  return queryOptions({
    queryKey: [...audiencesKey(api), "broadcast", id, "links"],
    async queryFn({ signal }): Promise<ClickedLink[]> {
      const params = { path: { id }, query: { limit: MOST_LINKS } };
      return (await answered(api.client.GET("/api/v1/broadcasts/{id}/clicked-links", { params, signal })))
        .data;
    },
    refetchInterval: isGoing({ state }) && LIST_MS,
  });
}
