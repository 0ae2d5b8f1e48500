import { changeSettings } from "@sendex/data/accounts/accounts";
import { announce } from "../announce";
import type { Context } from "../context";

/** What an owner can change about an account; absent: stays. */
export interface AccountChange {
  name?: string;
  /** Whether content is kept for 30 days, or until its message is settled. */
  keepContent?: boolean;
  unknownPolicy?: "resend" | "fail";
}

/** Opting out of keeping content counts for what is stored already, too. False where there is no such account. */
export async function changeAccount(
  context: Context,
  accountId: string,
  change: AccountChange,
): Promise<boolean> {
  const known = await changeSettings(context.data, accountId, change);
  if (known) await announce(context, accountId);
  return known;
}
