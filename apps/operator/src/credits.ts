import { MAX_GRANT } from "@sendex/core/credits";
import { listCredits, readCredits } from "@sendex/data/credits/entries";
import { grantCredits } from "@sendex/pipeline/credits/grant";
import { unlimitCredits } from "@sendex/pipeline/credits/unlimit";
import { accountOf } from "./account-of";
import { actor } from "./actor";
import { UsageError } from "./arguments";
import type { Command, Desk } from "./command";

const LISTED = 50;
const MOST_LISTED = 10_000;

/** An account's optional ledger of credits. */
export const CREDIT_COMMANDS: Record<string, Command> = {
  "credits grant": {
    usage: "credits grant --account ID|EMAIL --amount N [--note TEXT] [--json]",
    about:
      "Adds credits; an account without a ledger begins one, and is limited to what it has from then on.",
    run: grant,
  },
  "credits unlimited": {
    usage: "credits unlimited --account ID|EMAIL [--json]",
    about: "Ends an account's ledger: it may send without limit again, and what was left is written off.",
    run: unlimit,
  },
  "credits list": {
    usage: "credits list --account ID|EMAIL [--limit N] [--json]",
    about: "Shows an account's credits and the lines of its ledger, newest first.",
    run: list,
  },
};

async function grant(desk: Desk, flags: Map<string, string>): Promise<object> {
  const { id: accountId } = await accountOf(desk, flags);
  const amount = Number(flags.get("amount"));
  if (!Number.isInteger(amount) || amount < 1 || amount > MAX_GRANT)
    throw new UsageError(`--amount is a whole number from 1 to ${MAX_GRANT}.`);
  const credits = await grantCredits(desk.context, {
    accountId,
    amount,
    note: flags.get("note") ?? null,
    by: actor(),
  });
  return { account: accountId, granted: amount, credits };
}

async function unlimit(desk: Desk, flags: Map<string, string>): Promise<object> {
  const { id: accountId } = await accountOf(desk, flags);
  const left = await unlimitCredits(desk.context, accountId, actor());
  return { account: accountId, credits: "unlimited", writtenOff: left ?? 0 };
}

async function list(desk: Desk, flags: Map<string, string>): Promise<object> {
  const { data } = desk.context;
  const { id: accountId } = await accountOf(desk, flags);
  const limit = Number(flags.get("limit") ?? LISTED);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_LISTED)
    throw new UsageError(`--limit is a whole number from 1 to ${MOST_LISTED}.`);
  const credits = (await readCredits(data, accountId)) ?? "unlimited";
  return { account: accountId, credits, data: await listCredits(data.pool, accountId, { limit }) };
}
