import { beginErasure, cancelWaiting, findErasure } from "@sendex/data/content/account-erasure";
import { actOf } from "../access/act";
import { announce } from "../announce";
import type { Context } from "../context";

/** What an erasure began with, and how it stands. */
export interface ErasedAccount {
  accountId: string;
  erasingSince: Date;
  /** Null: the scheduler is still removing rows. */
  erasedAt: Date | null;
  /** By this call: keys revoked, endpoints removed, waiting recipients cancelled. */
  keys: number;
  webhooks: number;
  cancelled: number;
}

/** Recipients cancelled in one statement. */
const PAGE = 1_000;

/**
 * Erases an account for good: its data key is destroyed first, and with it everything that was sealed, in backups of
 * later days too; then what waits is cancelled; its rows go by the scheduler (`removeErased`). Called again it tells how
 * far that is, and cancels what is left. `by`: the operator. Undefined where there is no such account.
 */
export async function eraseAccount(
  context: Context,
  accountId: string,
  by: string,
): Promise<ErasedAccount | undefined> {
  const { data, clock } = context;
  const now = clock();
  const begun = await beginErasure(data, accountId, actOf(now, by, "account.erase", accountId, {}), now);
  if (begun) await announce(context, accountId);
  const erasure = await findErasure(data, accountId);
  if (!erasure) return undefined;
  const cancelled = await cancelAll(context, accountId);
  return { ...erasure, keys: begun?.keys ?? 0, webhooks: begun?.webhooks ?? 0, cancelled };
}

async function cancelAll({ data }: Context, accountId: string): Promise<number> {
  let cancelled = 0;
  for (let page = PAGE; page === PAGE;) {
    page = await cancelWaiting(data, accountId, PAGE);
    cancelled += page;
  }
  return cancelled;
}
