import { newSuppression, type SuppressionReason } from "@sendex/core/suppressions";
import type { Caller } from "@sendex/core/access";
import { newId } from "@sendex/crypto/token";
import { keyedTransaction } from "@sendex/data/database/transaction";
import {
  type ListOwner,
  suppress as suppressRows,
  type Suppressed,
  type SuppressionRow,
} from "@sendex/data/suppressions/entries";
import { recordAccountEvents } from "@sendex/data/webhooks/record-events";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { addedEvents } from "./tell";

/** What an account's owner says of an address. */
export interface SuppressionWish {
  /** Lower-case. */
  address: string;
  reason: SuppressionReason;
  label: string | null;
  expiresAt: Date | null;
  messageId?: string;
}

/** Addresses of one call. */
export const MAX_SUPPRESSION_BATCH = 100;

/**
 * Puts addresses on the account's own list of the caller's mode, by the rules of core. SES is not told: what one account's owner decides
 * must not keep another account's mail from anybody. Endpoints are told unless it is `quiet`. Returns what stands there now,
 * in the order of `wishes`.
 */
export async function suppress(
  context: Context,
  caller: Caller,
  wishes: SuppressionWish[],
  { quiet = false } = {},
): Promise<Suppressed[]> {
  const now = context.clock();
  const entries = wishes.map((wish) => entryOf(caller, wish, now));
  const { results, deliveries } = await keyedTransaction(context.data, async (client) => {
    const results = await suppressRows(client, entries, now);
    const events = quiet ? [] : addedEvents(results, now);
    return { results, deliveries: await recordAccountEvents(client, events, now) };
  });
  if (!quiet) void emit(context, [caller.accountId], deliveries);
  const byAddress = new Map(results.map((result) => [result.row.address, result]));
  return wishes.flatMap(({ address }) => byAddress.get(address) ?? []);
}

export function entryOf(
  { accountId, mode }: ListOwner,
  { address, ...wish }: SuppressionWish,
  now: Date,
): SuppressionRow {
  const entry = newSuppression({ ...wish, source: "api" }, now);
  return { ...entry, accountId, mode, id: newId("sup", now), address };
}
