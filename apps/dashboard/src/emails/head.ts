/** A page of a list, newest first; ids grow with time. */
export interface ListPage<Row> {
  data: Row[];
  has_more: boolean;
}

/**
 * The pages that were read before, under a first page that was just read. Rows between the two would be missing where
 * more came than a page holds: then only the fresh page is kept, and the rest is read anew as it is scrolled to.
 */
export function mergeHead<Row extends { id: string }, Page extends ListPage<Row>>(
  pages: Page[],
  fresh: Page,
): Page[] {
  const last = fresh.data.at(-1);
  const old = pages.flatMap(({ data }) => data);
  const newest = old[0];
  if (!last || !newest || !fresh.has_more || newest.id < last.id) return [fresh];
  const rest = old.filter(({ id }) => id < last.id);
  return [fresh, { ...(pages.at(-1) ?? fresh), data: rest }];
}

/** The same rows as before in their state of now; what is new stays out, so that nothing moves under a reader's eyes. */
export function updateRows<Row extends { id: string }, Page extends ListPage<Row>>(
  pages: Page[],
  fresh: Page,
): Page[] {
  const now = new Map(fresh.data.map((row) => [row.id, row]));
  return pages.map((page) => ({ ...page, data: page.data.map((row) => now.get(row.id) ?? row) }));
}

/** How many of the fresh page's rows are not among the pages yet. */
export function countNew<Row extends { id: string }>(pages: ListPage<Row>[], fresh: ListPage<Row>): number {
  const newest = pages[0]?.data[0]?.id;
  return fresh.data.filter(({ id }) => newest === undefined || id > newest).length;
}

/** Whether the fresh page says what is known already, so that nothing has to be drawn anew. */
export function isKnown<Row>(pages: ListPage<Row>[], fresh: ListPage<Row>): boolean {
  const known: Row[] = [];
  for (const { data } of pages) {
    if (known.length >= fresh.data.length) break;
    known.push(...data.slice(0, fresh.data.length - known.length));
  }
  return JSON.stringify(known) === JSON.stringify(fresh.data);
}
