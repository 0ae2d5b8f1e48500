import { SendexError } from "@sendex/core/error";
import { isTier, TIERS } from "@sendex/core/reputation/tier";
import { findAccountState } from "@sendex/data/accounts/accounts";
import { changeTier as change } from "@sendex/data/reputation/tiers";
import { accountEvent } from "../accounts/news";
import { actOf } from "../access/act";
import { announce } from "../announce";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";

export interface TierChange {
  accountId: string;
  /** Absent: stays. */
  tier?: string;
  /** A daily guideline of its own; null: the tier's; absent: stays. */
  guideline?: number | null;
  /** The operator. */
  by: string;
}

/**
 * An operator gives an account a tier, or a guideline of its own.
 * @throws SendexError not_found, bad_request
 */
export async function changeTier(
  context: Context,
  { accountId, tier, guideline, by }: TierChange,
): Promise<void> {
  const account = await findAccountState(context.data, accountId);
  if (!account) throw new SendexError("not_found", "There is no such account.");
  if (tier !== undefined && !isTier(tier))
    throw new SendexError("bad_request", `tier is one of ${TIERS.join(", ")}.`);
  const now = context.clock();
  const move = { from: account.tier, to: tier ?? account.tier };
  const told = {
    ...(move.from === move.to ? {} : { event: accountEvent(accountId, "tier_changed", now, move) }),
    audit: actOf(now, by, "account.tier", accountId, { ...move, guideline }),
  };
  const deliveries = await change(
    context.data,
    { accountId, ...move, ...(guideline === undefined ? {} : { guideline }) },
    told,
    now,
  );
  if (!deliveries)
    throw new SendexError("bad_request", "The account's tier was changed meanwhile. Look again.");
  await announce(context, accountId);
  void emit(context, [accountId], deliveries);
}
