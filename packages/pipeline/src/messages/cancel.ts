import type { Caller } from "@sendex/core/access";
import { cancelMessage } from "@sendex/data/messages/change";
import { changeMessage, entryAbout } from "./change";
import type { Context } from "../context";

/**
 * Cancels a message of which no recipient has been claimed; doing it again changes nothing.
 * @throws SendexError not_found once something of it was claimed, or where there is no such message
 */
export async function cancel(context: Context, caller: Caller, id: string): Promise<void> {
  const entry = entryAbout(caller, id, context.clock());
  await changeMessage(context, () =>
    cancelMessage(context.data, { ...entry, type: "cancelled", webhook: "email.cancelled", data: {} }),
  );
}
