import { changeSettings } from "@sendex/data/accounts/accounts";
import { putBrand } from "@sendex/data/audiences/brands";
import { recordsTransaction } from "@sendex/data/database/transaction";
import { actOf, recordAct } from "../access/act";
import { announce } from "../announce";
import { brandChange, type BrandWish } from "../audiences/brand";
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

/**
 * What a member changes: the settings, and how the account looks to its readers; all of it or nothing.
 * @throws SendexError bad_request on a logo that is none
 */
export async function changeOwnAccount(
  context: Context,
  accountId: string,
  { brand, ...settings }: AccountChange & { brand?: BrandWish },
): Promise<void> {
  const look = brand && brandChange(brand);
  if (!look) {
    await changeAccount(context, accountId, settings);
    return;
  }
  await recordsTransaction(context.data, async (records) => {
    if (await changeSettings(records, accountId, settings)) await putBrand(records, accountId, look);
  });
  await announce(context, accountId);
}

/** As the audit log has it. */
function nameOf({ timeZone }: AccountChange): string {
  return timeZone === undefined ? "account.content" : "account.timezone";
}
