import type { InfiniteData } from "@tanstack/react-query";
import type { ListedMail, MailPage } from "./mail";

export type Pages = InfiniteData<MailPage, string | undefined>;

/** The newest mails, as they are now, on top of those that were read; where more came than a page holds, they are all. */
export function withNew(old: Pages, fresh: MailPage): Pages {
  const known = new Set(old.pages.flatMap(({ data }) => data.map(({ id }) => id)));
  const news = fresh.data.filter(({ id }) => !known.has(id));
  const [first, ...rest] = old.pages;
  if (!first || news.length === fresh.data.length) return { pages: [fresh], pageParams: [undefined] };
  const now = new Map(fresh.data.map((mail) => [mail.id, mail]));
  const asNow = (mail: ListedMail) => now.get(mail.id) ?? mail;
  return {
    ...old,
    pages: [
      { ...first, data: [...news, ...first.data.map(asNow)] },
      ...rest.map((page) => ({ ...page, data: page.data.map(asNow) })),
    ],
  };
}
