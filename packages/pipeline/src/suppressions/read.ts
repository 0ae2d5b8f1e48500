import type { Caller } from "@sendex/core/access";
import * as rows from "@sendex/data/suppressions/list";
import type { SuppressionRow } from "@sendex/data/suppressions/entries";
import type { Context } from "../context";

export type { SuppressionFilter } from "@sendex/data/suppressions/list";

/** What stands on the account's list of the caller's mode under an address or an id, or undefined. */
export async function findSuppression(
  context: Context,
  caller: Caller,
  key: { address: string } | { id: string },
): Promise<SuppressionRow | undefined> {
  return rows.findSuppression(context.data, caller, key, context.clock());
}

/** A page of that list, newest first. */
export async function listSuppressions(
  context: Context,
  caller: Caller,
  filter: rows.SuppressionFilter,
): Promise<{ data: SuppressionRow[]; hasMore: boolean }> {
  return rows.listSuppressions(context.data, caller, filter, context.clock());
}
