import { addCredits } from "@sendex/data/credits/entries";
import { actOf } from "../access/act";
import { announce } from "../announce";
import type { Context } from "../context";

/**
 * Adds to an account's credits; one without a ledger begins one, and is limited from its next request on. → its credits
 * afterwards; undefined where there is no such account. `amount` is 1 to MAX_GRANT; `by`: the
 * operator.
 */
export async function grantCredits(
  context: Context,
  { by, ...grant }: { accountId: string; amount: number; note: string | null; by?: string },
): Promise<number | undefined> {
  const now = context.clock();
  const { accountId, amount, note } = grant;
  const audit =
    by === undefined ? {} : { audit: actOf(now, by, "credits.grant", accountId, { amount, note }) };
  const balance = await addCredits(context.data, { ...grant, ...audit }, now);
  if (balance !== undefined) await announce(context, accountId);
  return balance;
}
