import { findErasure } from "@sendex/data/account-erasure";
import { eraseAccount } from "@sendex/pipeline/erase-account";
import { accountOf } from "./account-of";
import { UsageError } from "./arguments";
import type { Command, Desk } from "./command";

/** Acts that cannot be undone; docs/content.md says what they leave. */
export const ERASURE_COMMANDS: Record<string, Command> = {
  "account erase": {
    usage: "account erase --account ID|EMAIL --confirm EMAIL [--json]",
    about:
      "Erases an account for good: its data key at once, its rows by the scheduler. --confirm is its e-mail address. Again: how far it is.",
    run: account,
  },
};

async function account(desk: Desk, flags: Map<string, string>): Promise<object> {
  const { id, email } = await accountOf(desk, flags);
  const begun = await findErasure(desk.context.data, id);
  if (!begun && flags.get("confirm")?.toLowerCase() !== email.toLowerCase())
    throw new UsageError(`This cannot be undone: repeat it with --confirm ${email}`);
  const done = await eraseAccount(desk.context, id);
  if (!done) throw new UsageError("There is no such account.");
  return { ...done, state: done.erasedAt ? "erased" : "the scheduler removes its rows" };
}
