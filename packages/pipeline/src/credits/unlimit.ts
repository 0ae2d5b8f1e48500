import { endCredits } from "@sendex/data/credits/entries";
import { actOf } from "../access/act";
import { announce } from "../announce";
import type { Context } from "../context";

const NOTE = "unlimited from here on: what was left is written off";

/** Ends an account's ledger of credits. → the credits that were left; undefined where it was unlimited already. */
export async function unlimitCredits(
  context: Context,
  accountId: string,
  by?: string,
): Promise<number | undefined> {
  const now = context.clock();
  const audit = by === undefined ? {} : { audit: actOf(now, by, "credits.unlimited", accountId, {}) };
  const left = await endCredits(context.data, { accountId, note: NOTE, ...audit }, now);
  if (left !== undefined) await announce(context, accountId);
  return left;
}
