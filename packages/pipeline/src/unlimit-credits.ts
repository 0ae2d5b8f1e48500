import { endCredits } from "@sendex/data/credits";
import { announce } from "./announce";
import type { Context } from "./context";

const NOTE = "unlimited from here on: what was left is written off";

/** Ends an account's ledger of credits. → the credits that were left; undefined where it was unlimited already. */
export async function unlimitCredits(context: Context, accountId: string): Promise<number | undefined> {
  const left = await endCredits(context.data, { accountId, note: NOTE }, context.clock());
  if (left !== undefined) await announce(context, accountId);
  return left;
}
