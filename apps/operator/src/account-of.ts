import { SendexError } from "@sendex/core/error";
import { type AccountRow, findAccount } from "@sendex/data/accounts/accounts";
import type { Desk } from "./desk";

/** The account of this id or e-mail address. @throws SendexError not_found */
export async function accountOf({ context }: Desk, idOrEmail: string): Promise<AccountRow> {
  const account = await findAccount(context.data, idOrEmail);
  if (!account) throw new SendexError("not_found", `There is no account ${idOrEmail}.`);
  return account;
}
