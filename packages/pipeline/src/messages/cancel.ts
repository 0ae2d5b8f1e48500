import type { Caller } from "@sendex/core/access";
import { cancelMessage } from "@sendex/data/messages/change";
import { changeMessage } from "./change";
import type { Context } from "../context";
import { newEntry } from "../webhooks/new-entry";

/**
 * Cancels a message of which no recipient has been claimed; doing it again changes nothing.
 * @throws SendexError not_found once something of it was claimed, or where there is no such message
 */
export async function cancel(context: Context, caller: Caller, id: string): Promise<void> {
  const subject = { accountId: caller.accountId, messageId: id, n: null };
  const entry = newEntry(subject, "cancelled", {}, context.clock());
  await changeMessage(context, caller, () => cancelMessage(context.data, entry, caller.mode));
}
