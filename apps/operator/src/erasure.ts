import { parseAddress } from "@sendex/core/accepting/address";
import { findErasure } from "@sendex/data/content/account-erasure";
import { eraseAccount } from "@sendex/pipeline/content/erase-account";
import { eraseRecipient } from "@sendex/pipeline/content/erase-recipient";
import { accountOf } from "./account-of";
import { actor } from "./actor";
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
  "recipient erase": {
    usage: "recipient erase ADDRESS --account ID|EMAIL [--suppression] [--json]",
    about:
      "Erases a person's address, and the mail to it, from an account's messages; with --suppression from its suppression list too, and then mail may go there again.",
    run: recipient,
  },
};

async function account(desk: Desk, flags: Map<string, string>): Promise<object> {
  const { id, email } = await accountOf(desk, flags);
  const begun = await findErasure(desk.context.data, id);
  if (!begun && flags.get("confirm")?.toLowerCase() !== email.toLowerCase())
    throw new UsageError(`This cannot be undone: repeat it with --confirm ${email}`);
  const done = await eraseAccount(desk.context, id, actor());
  if (!done) throw new UsageError("There is no such account.");
  return { ...done, state: done.erasedAt ? "erased" : "the scheduler removes its rows" };
}

async function recipient(desk: Desk, flags: Map<string, string>, [text]: string[]): Promise<object> {
  const address = text === undefined ? undefined : parseAddress(text)?.toLowerCase();
  if (address === undefined) throw new UsageError("Whom? Give an e-mail address.");
  const { id: accountId } = await accountOf(desk, flags);
  const suppression = flags.has("suppression");
  const done = await eraseRecipient(desk.context, { accountId, address, suppression, by: actor() });
  return { account: accountId, ...done };
}
