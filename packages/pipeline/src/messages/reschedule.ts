import type { Caller } from "@sendex/core/access";
import { rescheduleMessage } from "@sendex/data/messages/change";
import { changeMessage } from "./change";
import type { Context } from "../context";
import { newEntry } from "../webhooks/new-entry";

/**
 * Gives a scheduled message another time.
 * @throws SendexError not_found where it is not scheduled, or not there
 */
export async function reschedule(context: Context, caller: Caller, id: string, at: Date): Promise<void> {
  const subject = { accountId: caller.accountId, messageId: id, n: null };
  const entry = newEntry(subject, "rescheduled", { scheduledAt: at.toISOString() }, context.clock());
  await changeMessage(context, caller, () => rescheduleMessage(context.data, entry, caller.mode, at));
}
