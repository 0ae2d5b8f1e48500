import type { Mailbox } from "@sendex/core/accepting/message";
import type { Tenant } from "@sendex/data/access/api-keys";
import { beginAccept, finishAccept } from "../accepting/accept";
import type { Context } from "../context";
import { refuseSuspended } from "../access/refuse";
import { broadcastInScope, type Look, previewBroadcast } from "./broadcasts";

/**
 * Sends what a contact would get to these addresses, each a mail of its own: no mail of the broadcast's, whose counts it
 * leaves alone. Returns the messages' ids.
 * @throws SendexError not_found, bad_request with what is wrong with its words, and all that a call that sends is refused with
 */
export async function testBroadcast(
  context: Context,
  caller: Tenant,
  id: string,
  { to, ...look }: Look & { to: readonly Mailbox[] },
): Promise<string[]> {
  refuseSuspended(caller);
  await broadcastInScope(context, caller, id);
  const draft = await previewBroadcast(context, caller, id, look);
  const request = {
    ...{
      caller,
      dialect: "sendex" as const,
      fingerprint: "",
      now: context.clock(),
      batch: "strict" as const,
    },
  };
  await beginAccept(context, request);
  const items = to.map((mailbox, index) => ({
    index,
    draft: { ...draft, to: [mailbox], subject: `[Test] ${draft.subject}` },
  }));
  const { messageIds } = await finishAccept(context, request, { items, unread: [] });
  return messageIds;
}
