import { changeSettings } from "@sendex/data/accounts/accounts";
import { actOf, recordAct } from "../access/act";
import { announce } from "../announce";
import type { Context } from "../context";

/** What an owner can change about an account; absent: stays. */
export interface AccountChange {
  name?: string;
  /** Whether content is kept for 30 days, or until its message is settled. */
  keepContent?: boolean;
  unknownPolicy?: "resend" | "fail";
}

/**
 * Opting out of keeping content counts for what is stored already, too. `by`: the operator who does it for the owner.
 * False where there is no such account.
 */
export async function changeAccount(
  context: Context,
  accountId: string,
  change: AccountChange,
  by?: string,
): Promise<boolean> {
  const known = await recordAct(
    context.data,
    by,
    (records) => changeSettings(records, accountId, change),
    (operator, done) =>
      done ? actOf(context.clock(), operator, "account.content", accountId, change) : undefined,
  );
  if (known) await announce(context, accountId);
  return known;
}
