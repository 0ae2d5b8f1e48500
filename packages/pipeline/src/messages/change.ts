import type { Caller } from "@sendex/core/access";
import { SendexError } from "@sendex/core/error";
import type { Change } from "@sendex/data/messages/change";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";

/** Applies a change, enqueues its webhooks, and makes a 404 of a refusal: too late and not there look the same. */
export async function changeMessage(
  context: Context,
  { accountId }: Pick<Caller, "accountId">,
  change: () => Promise<Change>,
): Promise<void> {
  const result = await change();
  if (result.outcome === "refused")
    throw new SendexError("not_found", "There is no such message, or it can no longer be changed.");
  if (result.outcome === "changed") void emit(context, [accountId], result.deliveries);
}
