import { isRefundable, nextLook } from "@sendex/core/credits";
import { isSettled } from "@sendex/core/reports/status";
import { idTime } from "@sendex/crypto/token";
import { endHolds, type HeldMessage, lockDueHolds, putOffHolds } from "@sendex/data/credits/holds";
import { enterCredits, lockCredits, type NewCreditEntry } from "@sendex/data/credits/entries";
import { type Transaction, transaction } from "@sendex/data/database/transaction";
import type { Context } from "../context";

/** Messages in one transaction, of up to 50 recipients each; transactions in one run. */
const PAGE = 200;
const MAX_PAGES = 25;

/**
 * Looks at debited messages that are due: of one that is settled, the credits of what never left are given back, in the
 * transaction that ends its hold, so once; one that is not settled is looked at again later. How many were given back.
 */
export async function refundCredits(context: Context): Promise<number> {
  let refunded = 0;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const done = await transaction(context.data, (client) => refundPage(context, client));
    refunded += done.refunded;
    if (done.looked < PAGE) break;
  }
  return refunded;
}

async function refundPage(
  { clock, settings }: Context,
  client: Transaction,
): Promise<{ looked: number; refunded: number }> {
  const now = clock();
  const held = await lockDueHolds(client, now, PAGE);
  const settled = held.filter(({ recipients }) => recipients.every(({ status }) => isSettled(status)));
  const waiting = held.filter((hold) => !settled.includes(hold));
  const refunds = settled.flatMap((hold) => refundOf(hold) ?? []);
  const refunded = await refund(client, refunds, now);
  await endHolds(client, settled);
  await putOffHolds(
    client,
    waiting.map((hold) => ({ hold, dueAt: lookAgain(hold, now, settings.retryTimeScale) })),
  );
  return { looked: held.length, refunded };
}

function refundOf({ accountId, messageId, recipients }: HeldMessage): NewCreditEntry | undefined {
  const amount = recipients.filter(isRefundable).length;
  return amount > 0 ? { accountId, kind: "refund", amount, messageId, note: null } : undefined;
}

/** An account that has become unlimited meanwhile has nothing to be given back to. */
async function refund(client: Transaction, refunds: NewCreditEntry[], now: Date): Promise<number> {
  if (refunds.length === 0) return 0;
  const balances = await lockCredits(
    client,
    refunds.map(({ accountId }) => accountId),
  );
  const metered = refunds.filter(({ accountId }) => typeof balances.get(accountId) === "number");
  await enterCredits(client, balances, metered, now);
  return metered.reduce((sum, { amount }) => sum + amount, 0);
}

function lookAgain({ messageId, recipients }: HeldMessage, now: Date, scale: number): Date {
  const due = recipients.flatMap(({ dueAt }) => (dueAt ? [dueAt.getTime()] : []));
  const dueAt = due.length > 0 ? new Date(Math.max(...due)) : null;
  return nextLook({ acceptedAt: idTime(messageId), dueAt }, now, scale);
}
