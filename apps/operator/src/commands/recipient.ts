import { Argument } from "@commander-js/extra-typings";
import { eraseRecipient } from "@sendex/pipeline/content/erase-recipient";
import { accountOf } from "../account-of";
import { accountOption, command } from "../command";
import type { Act, Desk } from "../desk";
import { address } from "../values";

export function recipientCommands(act: Act) {
  return [
    command(
      "erase",
      "Erases a person's address, and the mail to it, from an account's messages and audience.",
      "recipient erase ada@example.com --account owner@shop.example",
    )
      .addArgument(new Argument("<address>", "whom").argParser(address))
      .addOption(accountOption())
      .option("--suppression", "also from its suppression list, and what they chose: mail may go there again")
      .action((whom, { account, suppression = false }) =>
        act((desk) => erase(desk, { account, address: whom.toLowerCase(), suppression })),
      ),
  ];
}

async function erase(
  desk: Desk,
  { account, ...whom }: { account: string; address: string; suppression: boolean },
): Promise<object> {
  const { id } = await accountOf(desk, account);
  return { account: id, ...(await eraseRecipient(desk.context, { accountId: id, ...whom, by: desk.actor })) };
}
