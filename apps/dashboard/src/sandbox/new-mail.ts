import type { InfiniteData } from "@tanstack/react-query";
import type { MailPage } from "./mail";

export type Pages = InfiniteData<MailPage, string | undefined>;

/** The mails that are new on top of those that were read; where more came than a page holds, it begins anew. */
export function withNew(old: Pages, fresh: MailPage): Pages {
  const known = new Set(old.pages.flatMap(({ data }) => data.map(({ id }) => id)));
  const news = fresh.data.filter(({ id }) => !known.has(id));
  const [first, ...rest] = old.pages;
  const isGap = news.length === fresh.data.length;
  if (!first || isGap) return { pages: [fresh], pageParams: [undefined] };
  return news.length === 0 ? old : { ...old, pages: [{ ...first, data: [...news, ...first.data] }, ...rest] };
}
