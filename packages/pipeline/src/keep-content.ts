import { setKeepContent } from "@sendex/data/opted-out";
import { announce } from "./announce";
import type { Context } from "./context";

/**
 * Whether an account's content is kept for 30 days, or only until its messages are settled; opting out counts for what is
 * stored already too. False where there is no such account.
 */
export async function keepContent(context: Context, accountId: string, keep: boolean): Promise<boolean> {
  const known = await setKeepContent(context.data, accountId, keep);
  if (known) await announce(context, accountId);
  return known;
}
