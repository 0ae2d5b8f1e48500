import { reinstatementMail } from "@sendex/core/owner-mail";
import { newId } from "@sendex/crypto/token";
import { reinstateAccount } from "@sendex/data/standing";
import { actOf } from "./act";
import { announce } from "./announce";
import type { Context } from "./context";
import { emit } from "./emit";

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
    mail: { accountId, id: newId("oml", now), ...reinstatementMail(note) },
    notice: {
      accountId,
      id: newId("evt", now),
      subjectType: "account" as const,
      subjectId: accountId,
      type: "reinstated",
      webhook: "account.reinstated" as const,
      at: now,
      data: { account_id: accountId, note },
    },
    audit: actOf(now, by, "account.reinstate", accountId, { note }, appealId ?? null),
  };
  const lifting = { accountId, by, note, appeal: appealId === undefined ? "moot" : "granted" } as const;
  const deliveries = await reinstateAccount(context.data, lifting, told, now);
  if (!deliveries) return false;
  await announce(context, accountId);
  context.log.info({ accountId, by }, "an account is reinstated");
  void emit(context, deliveries);
  return true;
}
