import { creditsFor } from "@sendex/core/credits";
import { SendexError } from "@sendex/core/error";
import { type Draft, recipientsOf } from "@sendex/core/accepting/message";
import type { Tenant } from "@sendex/data/access/api-keys";
import { readCredits } from "@sendex/data/credits/entries";
import type { Context } from "../context";

/** Whether this caller's mail is believed to cost credits. The statement that stores it knows for certain. */
export function isMetered({ credits, mode }: Pick<Tenant, "credits" | "mode">): boolean {
  return credits !== null && mode === "live";
}

/**
 * Refuses a call that its account cannot pay for, before anything is asked of others. Two calls at once may both pass;
 * the transaction that debits lets one of them through.
 * @throws SendexError insufficient_credits
 */
export async function checkCredits(context: Context, caller: Tenant, drafts: Draft[]): Promise<void> {
  if (!isMetered(caller)) return;
  const need = creditsFor(drafts.map((draft) => ({ recipients: recipientsOf(draft) })));
  const balance = await readCredits(context.data, caller.accountId);
  if (typeof balance === "number" && need > balance) throw insufficient(need, balance);
}

/** Both in credits; one is one recipient. */
export function insufficient(need: number, balance: number): SendexError {
  return new SendexError(
    "insufficient_credits",
    `This call needs ${need} ${need === 1 ? "credit" : "credits"}, one a recipient, and the account has ${balance}. Nothing was sent.`,
  );
}
