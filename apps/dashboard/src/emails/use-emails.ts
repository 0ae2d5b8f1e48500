import { type InfiniteData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api/api";
import { useLive } from "../live/live";
import type { EmailFilters } from "./filters";
import { countNew, isKnown, mergeHead, updateRows } from "./head";
import { emailsQuery, headQuery, type readPage } from "./queries";

/** So far down that new rows at the top would move what is read. */
const READING_PX = 160;

type Page = Awaited<ReturnType<typeof readPage>>;

/** The list as it is now: what is new comes in at the top, or is counted while somebody reads further down. */
export function useEmails(filters: EmailFilters) {
  const api = useApi();
  const queries = useQueryClient();
  const query = emailsQuery(api, filters);
  const emails = useInfiniteQuery({ ...query, placeholderData: (last) => last });
  const [news, setNews] = useState(0);
  const take = (fresh: Page, change: (pages: Page[], fresh: Page) => Page[]) =>
    queries.setQueryData<InfiniteData<Page, string | undefined>>(query.queryKey, (old) => {
      if (!old || isKnown(old.pages, fresh)) return old;
      const pages = change(old.pages, fresh);
      return { pages, pageParams: pages.map((_, at) => pages[at - 1]?.data.at(-1)?.id) };
    });
  const refresh = async () => {
    const fresh = await queries.query(headQuery(api, filters));
    const reading = globalThis.scrollY > READING_PX;
    setNews(reading ? countNew(emails.data?.pages ?? [], fresh) : 0);
    take(fresh, reading ? updateRows : mergeHead);
  };
  useLive(refresh, emails.isSuccess && !emails.isFetching);
  const show = () => {
    globalThis.scrollTo({ top: 0 });
    setNews(0);
    void queries.query(headQuery(api, filters)).then((fresh) => take(fresh, mergeHead));
  };
  return { emails, news, show };
}
