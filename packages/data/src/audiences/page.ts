/** A page of a list that is asked for with `after` (older) or `before` (newer), both ids. */
export interface Page {
  limit: number;
  after?: string;
  before?: string;
}

export interface Paged<Row> {
  data: Row[];
  hasMore: boolean;
}

/** How Prisma asks for a page: one row more than it shows, in the direction in which it is read. */
interface Part {
  where: { id?: { lt: string } | { gt: string } };
  orderBy: { id: "asc" | "desc" };
  take: number;
}

/** Rows by id, newest first; with `before`, the page just before that id. */
export async function inPages<Row>(
  { limit, after, before }: Page,
  read: (part: Part) => Promise<Row[]>,
): Promise<Paged<Row>> {
  const rows = await read({
    where: after !== undefined ? { id: { lt: after } } : before !== undefined ? { id: { gt: before } } : {},
    orderBy: { id: before === undefined ? "desc" : "asc" },
    take: limit + 1,
  });
  const data = rows.slice(0, limit);
  return { data: before === undefined ? data : data.reverse(), hasMore: rows.length > limit };
}
