import type { Caller } from "@sendex/core/access";
import type { Context } from "../context";
import { suppress, type SuppressionWish } from "./suppress";

/** Entries of one import; a longer list comes in parts. */
export const MAX_IMPORT_ROWS = 10_000;
/** Entries of one transaction. */
const PART = 500;

export interface Imported {
  /** New on the list. */
  added: number;
  /** They stood there already; the stronger reason holds. */
  known: number;
}

/**
 * Puts addresses on the account's list of the caller's mode, part by part: where a part fails, those before it stand, and
 * the same import can be repeated. Endpoints are not told of each: thousands at once would keep them from everything else.
 */
export async function importSuppressions(
  context: Context,
  caller: Caller,
  wishes: SuppressionWish[],
): Promise<Imported> {
  const known = new Map<string, boolean>();
  for (let at = 0; at < wishes.length; at += PART) {
    const results = await suppress(context, caller, wishes.slice(at, at + PART), { quiet: true });
    for (const { row, before } of results)
      if (!known.has(row.address)) known.set(row.address, before !== null);
  }
  const old = [...known.values()].filter(Boolean).length;
  return { added: known.size - old, known: old };
}
