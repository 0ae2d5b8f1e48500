import { addCredits } from "@sendex/data/credits";
import { announce } from "./announce";
import type { Context } from "./context";

/**
 * Adds to an account's credits; one without a ledger begins one, and is limited from its next request on. → its credits
 * afterwards; undefined where there is no such account. `amount` is 1 to MAX_GRANT.
 */
export async function grantCredits(
  context: Context,
  grant: { accountId: string; amount: number; note: string | null },
): Promise<number | undefined> {
  const balance = await addCredits(context.data, grant, context.clock());
  if (balance !== undefined) await announce(context, grant.accountId);
  return balance;
}
