import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api/api";
import { useLive } from "../live/live";
import type { ListedMail } from "./mail";
import { type Pages, withNew } from "./new-mail";
import { inboxQuery, readInbox } from "./queries";

/** The inbox as it is now: new mail comes in at the top as it arrives. */
export function useInbox(q: string | undefined) {
  const api = useApi();
  const queries = useQueryClient();
  const query = inboxQuery(api, q);
  const inbox = useInfiniteQuery(query);
  const refresh = async () => {
    const fresh = await readInbox(api, q);
    queries.setQueryData<Pages>(query.queryKey, (old) => old && withNew(old, fresh));
  };
  useLive(refresh, inbox.isSuccess && !inbox.isFetching);
  const mails = inbox.data?.pages.flatMap(({ data }) => data) ?? NONE;
  return { inbox, mails };
}

const NONE: ListedMail[] = [];
