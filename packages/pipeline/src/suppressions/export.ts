import type { Caller } from "@sendex/core/access";
import type { SuppressionRow } from "@sendex/data/suppressions/entries";
import type { Context } from "../context";
import { listSuppressions, type SuppressionFilter } from "./read";

const PAGE = 500;

/** All that stands on the list of the caller's mode and passes the filter, newest first, read page by page. */
export async function* exportSuppressions(
  context: Context,
  caller: Caller,
  filter: Omit<SuppressionFilter, "limit" | "before">,
): AsyncGenerator<SuppressionRow> {
  for (let after = filter.after, more = true; more;) {
    const page = { ...filter, limit: PAGE, ...(after !== undefined && { after }) };
    const { data, hasMore } = await listSuppressions(context, caller, page);
    yield* data;
    after = data.at(-1)?.id;
    more = hasMore && after !== undefined;
  }
}
