import { newSuppression, normalizeAddress } from "@sendex/core/suppressions";
import { newId } from "@sendex/crypto/token";
import type { Claim } from "@sendex/data/sending/claim";
import { keyedTransaction } from "@sendex/data/database/transaction";
import { askRemoval } from "@sendex/data/suppressions/ses-list";
import { suppress } from "@sendex/data/suppressions/entries";
import { recordAccountEvents } from "@sendex/data/webhooks/record-events";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { addedEvents } from "./tell";

/**
 * Copies an address that the SES account's list stopped mail to onto the account's own list, where its owner sees and
 * removes it.
 */
export async function takeOver(context: Context, claim: Claim, reason: string): Promise<void> {
  const now = context.clock();
  const { accountId, messageId, address, mode } = claim;
  const entry = newSuppression(
    { reason: reason === "complaint" ? reason : "bounce", source: "ses_list", messageId },
    now,
  );
  const row = { ...entry, accountId, mode, id: newId("sup", now), address: normalizeAddress(address) };
  const deliveries = await keyedTransaction(context.data, async (client) => {
    const events = addedEvents(await suppress(client, [row], now), now);
    return recordAccountEvents(client, events, now);
  });
  void emit(context, [accountId], deliveries);
}

/**
 * Asks SES to remove a bounced address from its list for one more try; false where another account has a report of the
 * same.
 */
export async function askSesToLetGo(
  context: Context,
  { accountId, address, route }: Claim,
): Promise<boolean> {
  const name = { accountId, address: normalizeAddress(address), reason: "bounce", reported: true } as const;
  const asked = await askRemoval(context.data, route, [name], context.clock());
  return asked.length > 0;
}
