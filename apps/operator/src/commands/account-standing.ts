import { Option } from "@commander-js/extra-typings";
import { SendexError } from "@sendex/core/error";
import { TIERS } from "@sendex/core/reputation/tier";
import { readAccount } from "@sendex/pipeline/accounts/read";
import { changeTier } from "@sendex/pipeline/reputation/change-tier";
import { reinstate } from "@sendex/pipeline/reputation/reinstate";
import { suspend } from "@sendex/pipeline/reputation/suspend";
import { accountOf } from "../account-of";
import { accountOption, command, noteOption } from "../command";
import type { Act, Desk } from "../desk";
import { note, wholeNumber } from "../values";

const MOST_A_DAY = 100_000_000;

export function accountStandingCommands(act: Act) {
  return [
    command(
      "suspend",
      "Suspends an account at once; its owner is told the reason by mail and by webhook.",
      'account suspend --account owner@shop.example --reason "Bought addresses."',
    )
      .addOption(accountOption())
      .requiredOption("--reason <text>", "for the account's owner", note)
      .action((options) => act((desk) => suspendOne(desk, options.account, options.reason))),
    command("reinstate", "Ends a suspension: what is held goes out, and the bounce rate begins anew.")
      .addOption(accountOption())
      .addOption(noteOption())
      .action((options) => act((desk) => reinstateOne(desk, options.account, options.note ?? null))),
    command(
      "tier",
      "Gives an account another tier, or a daily guideline of its own.",
      "account tier --account owner@shop.example --tier trusted --guideline 20000",
    )
      .addOption(accountOption())
      .addOption(new Option("--tier <tier>", "its tier from now on").choices(TIERS))
      .option("--guideline <n|none>", "recipients a day; none: those of its tier", guidelineOf)
      .action((options, self) => {
        if (options.tier === undefined && options.guideline === undefined)
          self.error("error: give --tier, --guideline, or both");
        return act((desk) => tier(desk, options));
      }),
  ];
}

function guidelineOf(typed: string): number | "none" {
  return typed === "none" ? typed : wholeNumber(1, MOST_A_DAY)(typed);
}

async function suspendOne(desk: Desk, account: string, reason: string): Promise<object> {
  const { id } = await accountOf(desk, account);
  const grounds = { cause: "operator", reason, evidence: {} } as const;
  if (!(await suspend(desk.context, id, grounds, desk.actor)))
    throw new SendexError("unprocessable_entity", "The account is suspended already.");
  return { id, standing: "suspended", reason };
}

async function reinstateOne(desk: Desk, account: string, words: string | null): Promise<object> {
  const { id } = await accountOf(desk, account);
  if (!(await reinstate(desk.context, { accountId: id, by: desk.actor, note: words })))
    throw new SendexError("unprocessable_entity", "The account is not suspended.");
  return { id, standing: "active" };
}

async function tier(
  desk: Desk,
  { account, guideline, ...change }: { account: string; tier?: string; guideline?: number | "none" },
): Promise<object> {
  const { id } = await accountOf(desk, account);
  const own = guideline === undefined ? {} : { guideline: guideline === "none" ? null : guideline };
  await changeTier(desk.context, { accountId: id, by: desk.actor, ...change, ...own });
  return (await readAccount(desk.context, id)) ?? {};
}
