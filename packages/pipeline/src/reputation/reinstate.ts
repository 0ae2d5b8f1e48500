import { reinstatementMail } from "@sendex/core/accounts";
import { reinstateAccount } from "@sendex/data/reputation/standing";
import { accountEvent, ownerMail } from "../accounts/news";
import { actOf } from "../access/act";
import { announce } from "../announce";
import type { Context } from "../context";
import { emit } from "../webhooks/emit";

export interface Reinstatement {
  accountId: string;
  /** The operator. */
  by: string;
  /** For the owner. */
  note: string | null;
  /** The appeal that it grants; absent: decided without one, and one that is open has no object any more. */
  appealId?: string;
}

/** Ends a suspension: the account may send, and the scheduler lets go what was held. False where there was none. */
export async function reinstate(context: Context, reinstatement: Reinstatement): Promise<boolean> {
  const { accountId, by, note, appealId } = reinstatement;
  const now = context.clock();
  const told = {
    mail: ownerMail(accountId, reinstatementMail(note), now),
    event: accountEvent(accountId, "reinstated", now, { note }),
    audit: actOf(now, by, "account.reinstate", accountId, { note }, appealId ?? null),
  };
  const lifting = { accountId, by, note, appeal: appealId === undefined ? "moot" : "granted" } as const;
  const deliveries = await reinstateAccount(context.data, lifting, told, now);
  if (!deliveries) return false;
  await announce(context, accountId);
  context.log.info({ accountId, by }, "an account is reinstated");
  void emit(context, [accountId], deliveries);
  return true;
}
