import { Argument } from "@commander-js/extra-typings";
import { resumeSource } from "@sendex/pipeline/reputation/resume-source";
import { accountOf } from "../account-of";
import { accountOption, command } from "../command";
import type { Act, Desk } from "../desk";
import { id } from "../values";

export function sourceCommands(act: Act) {
  return [
    command("resume", "Lets a paused key or template go on.")
      .addArgument(
        new Argument("<source-id>", "the key or template, as account show has it").argParser(
          id("key", "usr", "tpl"),
        ),
      )
      .addOption(accountOption())
      .action((sourceId, options) => act((desk) => resume(desk, options.account, sourceId))),
  ];
}

async function resume(desk: Desk, account: string, sourceId: string): Promise<object> {
  const { id: accountId } = await accountOf(desk, account);
  await resumeSource(desk.context, { accountId, sourceId, operator: desk.actor });
  return { id: sourceId, resumed: true };
}
