import { type FieldError, invalidFields } from "@sendex/core/error";
import type { SuppressionReason } from "@sendex/core/suppressions";
import { keyedTransaction } from "@sendex/data/database/transaction";
import { askRemoval } from "@sendex/data/suppressions/ses-list";
import {
  deleteSuppressions,
  type ListOwner,
  lockSuppressions,
  type SuppressionKeys,
  type SuppressionRow,
} from "@sendex/data/suppressions/entries";
import { recordAccountEvents } from "@sendex/data/webhooks/record-events";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";
import { removedEvents } from "./tell";

export interface Removal extends SuppressionKeys {
  /** The caller knows that mail to who complained may cost the account its standing. */
  confirmed: boolean;
  /** Only entries with this reason; the others are as if they were not there. */
  reason?: SuppressionReason;
  /** Endpoints are not told: that would name who is being erased once more. */
  quiet?: boolean;
}

/**
 * Takes entries off an account's list of one mode, and, of live mail's, asks for the same at SES where no other account
 * heard a bounce or a complaint of the address. Returns those that were there.
 * @throws SendexError bad_request naming `confirm` where a complaint is among them and not confirmed; then none is removed
 */
export async function unsuppress(
  context: Context,
  owner: ListOwner,
  { confirmed, reason, quiet = false, ...keys }: Removal,
): Promise<SuppressionRow[]> {
  const now = context.clock();
  const { removed, deliveries } = await keyedTransaction(context.data, async (client) => {
    const locked = await lockSuppressions(client, owner, keys, now);
    const rows = locked.filter((row) => reason === undefined || row.reason === reason);
    const complaint = rows.find((row) => row.reason === "complaint");
    if (complaint && !confirmed) throw invalidFields([unconfirmed(complaint)]);
    if (rows.length === 0) return { removed: [], deliveries: [] };
    await deleteSuppressions(
      client,
      owner,
      rows.map(({ address }) => address),
    );
    if (owner.mode === "live") await askRemoval(client, context.settings.liveRoute, rows.map(toName), now);
    const events = quiet ? [] : removedEvents(rows, now);
    return { removed: rows, deliveries: await recordAccountEvents(client, events, now) };
  });
  if (removed.length > 0) void emit(context, [owner.accountId], deliveries);
  return removed;
}

function unconfirmed({ address }: SuppressionRow): FieldError {
  const message = `${address} is suppressed for a complaint: confirm must be "complaint" to remove it.`;
  return { field: "confirm", code: "required", message };
}

function toName({ accountId, address, reason, source }: SuppressionRow) {
  return {
    accountId,
    address,
    reason: reason === "complaint" ? reason : ("bounce" as const),
    reported: source !== "api",
  };
}
