import { changeSettings } from "@sendex/data/accounts";
import { announce } from "./announce";
import type { Context } from "./context";

/** What an owner can change about an account; absent: stays. */
export interface AccountChange {
  name?: string;
  /** Whether content is kept for 30 days, or until its message is settled. */
  keepContent?: boolean;
  unknownPolicy?: "resend" | "fail";
}

export async function changeAccount(
  context: Context,
  accountId: string,
  change: AccountChange,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await changeSettings(context.data, accountId, change);
  await announce(context, accountId);
}
