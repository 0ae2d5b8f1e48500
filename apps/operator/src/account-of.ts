import { type AccountRow, findAccount } from "@sendex/data/accounts/accounts";
import { UsageError } from "./arguments";
import type { Desk } from "./command";

/** The account that `--account` names by its id or its e-mail address. @throws UsageError where there is none */
export async function accountOf({ context }: Desk, flags: Map<string, string>): Promise<AccountRow> {
  const named = flags.get("account");
  if (named === undefined) throw new UsageError("--account is needed.");
  const account = await findAccount(context.data, named);
  if (!account) throw new UsageError("There is no such account.");
  return account;
}
