import { MAX_GRANT } from "@sendex/core/credits";
import { listCredits, readCredits } from "@sendex/data/credits/entries";
import { grantCredits } from "@sendex/pipeline/credits/grant";
import { unlimitCredits } from "@sendex/pipeline/credits/unlimit";
import { accountOf } from "../account-of";
import { accountOption, command } from "../command";
import type { Act, Desk } from "../desk";
import { note, wholeNumber } from "../values";

const LISTED = 50;
const MOST_LISTED = 10_000;

/** An account's optional ledger of credits. */
export function creditsCommands(act: Act) {
  return [
    command(
      "grant",
      "Adds credits; an account without a ledger begins one, and is limited to what it has from then on.",
      'credits grant --account owner@shop.example --amount 10000 --note "invoice 2026-114"',
    )
      .addOption(accountOption())
      .requiredOption("--amount <n>", "how many", wholeNumber(1, MAX_GRANT))
      .option("--note <text>", "for the ledger", note)
      .action((options) => act((desk) => grant(desk, options))),
    command(
      "unlimited",
      "Ends an account's ledger: it may send without limit again, and what was left is written off.",
    )
      .addOption(accountOption())
      .action((options) => act((desk) => unlimit(desk, options.account))),
    command("list", "Shows an account's credits and the lines of its ledger, newest first.")
      .addOption(accountOption())
      .option("--limit <n>", "lines at most", wholeNumber(1, MOST_LISTED), LISTED)
      .action((options) => act((desk) => list(desk, options.account, options.limit))),
  ];
}

async function grant(
  desk: Desk,
  { account, amount, note: words = null }: { account: string; amount: number; note?: string | null },
): Promise<object> {
  const { id: accountId } = await accountOf(desk, account);
  const credits = await grantCredits(desk.context, { accountId, amount, note: words, by: desk.actor });
  return { account: accountId, granted: amount, credits };
}

async function unlimit(desk: Desk, account: string): Promise<object> {
  const { id: accountId } = await accountOf(desk, account);
  const left = await unlimitCredits(desk.context, accountId, desk.actor);
  return { account: accountId, credits: "unlimited", writtenOff: left ?? 0 };
}

async function list(desk: Desk, account: string, limit: number): Promise<object> {
  const { data } = desk.context;
  const { id: accountId } = await accountOf(desk, account);
  const credits = (await readCredits(data, accountId)) ?? "unlimited";
  return { account: accountId, credits, data: await listCredits(data, accountId, { limit }) };
}
