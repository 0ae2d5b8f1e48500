import { Argument } from "@commander-js/extra-typings";
import { openAppeals } from "@sendex/data/reputation/appeals";
import { decideAppeal } from "@sendex/pipeline/reputation/appeal";
import { command, noteOption } from "../command";
import type { Act } from "../desk";
import { id } from "../values";

const LISTED = 100;

export function appealCommands(act: Act) {
  const decide = (word: string, does: string, granted: boolean) =>
    command(word, does)
      .addArgument(new Argument("<appeal-id>", "as appeal list has it").argParser(id("apl")))
      .addOption(noteOption())
      .action((appealId, { note = null }) =>
        act(({ context, actor }) => decideAppeal(context, { id: appealId, granted, by: actor, note })),
      );
  return [
    command("list", "Lists the appeals that wait for a decision, the oldest first.").action(() =>
      act(async ({ context }) => ({ data: await openAppeals(context.data, "", LISTED) })),
    ),
    decide("grant", "Grants an appeal, which reinstates its account.", true),
    decide("deny", "Denies an appeal; the note goes to the owner.", false),
  ];
}
