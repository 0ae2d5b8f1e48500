import { suspensionMail } from "@sendex/core/accounts";
import { type Grounds, heldUntil } from "@sendex/core/reputation/standing";
import { newId } from "@sendex/crypto/token";
import { suspendAccount } from "@sendex/data/reputation/standing";
import { accountEvent, ownerMail } from "../accounts/news";
import { actOf } from "../access/act";
import { announce } from "../announce";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";

/**
 * Suspends an account: from the commit on its requests to send are refused and nothing of it is claimed, and its owner is
 * told by mail and by webhook. `by`: the operator who decided it; absent: a rule. False where it was suspended before.
 */
export async function suspend(
  context: Context,
  accountId: string,
  grounds: Grounds,
  by?: string,
): Promise<boolean> {
  const now = context.clock();
  const id = newId("sus", now);
  const told = {
    mail: ownerMail(accountId, suspensionMail(grounds), now),
    event: accountEvent(accountId, "suspended", now, {
      suspension_id: id,
      cause: grounds.cause,
      reason: grounds.reason,
      evidence: grounds.evidence,
      held_until: heldUntil(now).toISOString(),
    }),
    ...(by === undefined ? {} : { audit: actOf(now, by, "account.suspend", accountId, { ...grounds }, id) }),
  };
  const deliveries = await suspendAccount(context.data, { accountId, id, ...grounds }, told, now);
  if (!deliveries) return false;
  await announce(context, accountId);
  context.log.warn(
    { accountId, suspensionId: id, cause: grounds.cause, reason: grounds.reason, alert: "account_suspended" },
    "an account is suspended",
  );
  void emit(context, [accountId], deliveries);
  return true;
}
