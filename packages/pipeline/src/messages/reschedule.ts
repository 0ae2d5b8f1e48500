import type { Caller } from "@sendex/core/access";
import { rescheduleMessage } from "@sendex/data/messages/change";
import { changeMessage, entryAbout } from "./change";
import type { Context } from "../context";

/**
 * Gives a scheduled message another time.
 * @throws SendexError not_found where it is not scheduled, or not there
 */
export async function reschedule(context: Context, caller: Caller, id: string, at: Date): Promise<void> {
  const entry = entryAbout(caller, id, context.clock());
  const data = { scheduledAt: at.toISOString() };
  await changeMessage(context, () =>
    rescheduleMessage(context.data, { ...entry, type: "rescheduled", webhook: null, data }, at),
  );
}
