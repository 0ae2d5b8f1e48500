import type { Caller } from "@sendex/core/access";
import { findAccountState } from "@sendex/data/accounts/accounts";
import { type ErasedAccount, eraseAccount } from "../content/erase-account";
import type { Context } from "../context";
import { actorOf } from "./actor";

/**
 * Erases the caller's account for good, where `confirm` is its owner's e-mail address, in any case; else, or where it is
 * gone, undefined.
 */
export async function eraseOwnAccount(
  context: Context,
  caller: Caller,
  confirm: string,
): Promise<ErasedAccount | undefined> {
  const account = await findAccountState(context.data, caller.accountId);
  if (account?.email.toLowerCase() !== confirm.trim().toLowerCase()) return undefined;
  return eraseAccount(context, caller.accountId, actorOf(caller));
}
