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
  /** IANA: in which a schedule in plain words is meant. */
  timeZone?: string;
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
      done ? actOf(context.clock(), operator, nameOf(change), accountId, change) : undefined,
  );
  if (known) await announce(context, accountId);
  return known;
}

/** As the audit log has it. */
function nameOf({ timeZone }: AccountChange): string {
  return timeZone === undefined ? "account.content" : "account.timezone";
}
