import { invalidFields } from "@sendex/core/error";
import type { Caller } from "@sendex/core/access";
import { normalizeAddress } from "@sendex/core/suppressions";
import { isId } from "@sendex/crypto/token";
import { findMessage } from "@sendex/data/messages/read";
import { keyedTransaction } from "@sendex/data/database/transaction";
import { recordAccountEvents, recordEvents } from "@sendex/data/webhooks/record-events";
import { suppress, type Suppressed } from "@sendex/data/suppressions/entries";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { newEntry } from "../webhooks/new-entry";
import { entryOf } from "./suppress";
import { addedEvents } from "./tell";

export interface Unsubscribe {
  /** Lower-case. */
  address: string;
  label: string | null;
  /** The message that the person unsubscribed from. */
  messageId?: string;
}

/**
 * Records that a person wants no more mail of the account. Where a message is named, it says so on its timeline and as
 * `email.unsubscribed`, once. A complaint that is there stays what it is.
 * @throws SendexError bad_request naming `message_id`, where no such message of the account went to the address
 */
export async function unsubscribe(context: Context, caller: Caller, wish: Unsubscribe): Promise<Suppressed> {
  const now = context.clock();
  const from =
    wish.messageId === undefined ? undefined : await findSent(context, caller, wish.messageId, wish.address);
  const entry = entryOf(caller, { ...wish, reason: "unsubscribed", expiresAt: null }, now);
  const { result, deliveries } = await keyedTransaction(context.data, async (client) => {
    const [suppressed] = await suppress(client, [entry], now);
    const answer: Suppressed = suppressed ?? { row: entry, before: null };
    const isNew = answer.before !== "unsubscribed" && answer.row.reason === "unsubscribed";
    const events = from && isNew ? [newEntry(from, "unsubscribed", {}, now)] : [];
    const told = [
      ...(await recordEvents(client, events, now)),
      ...(await recordAccountEvents(client, addedEvents([answer], now), now)),
    ];
    return { result: answer, deliveries: told };
  });
  void emit(context, [caller.accountId], deliveries);
  return result;
}

async function findSent(
  context: Context,
  { accountId, mode }: Caller,
  id: string,
  address: string,
): Promise<{ accountId: string; messageId: string; n: number }> {
  const message = isId("msg", id) ? await findMessage(context.data, accountId, id) : undefined;
  const own = message?.mode === mode ? message : undefined;
  const recipient = own?.recipients.find((one) => normalizeAddress(one.address) === address);
  if (recipient) return { accountId, messageId: id, n: recipient.n };
  const words = "message_id must be the id of a message to this recipient.";
  throw invalidFields([{ field: "message_id", code: "unknown", message: words }]);
}
