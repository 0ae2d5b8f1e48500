import { Argument } from "@commander-js/extra-typings";
import { openCases } from "@sendex/data/reputation/review-cases";
import { type CaseDecision, decideCase } from "@sendex/pipeline/reputation/decide-case";
import { command, noteOption } from "../command";
import type { Act } from "../desk";
import { id } from "../values";

const LISTED = 100;

/** Cases of the content review. */
export function caseCommands(act: Act) {
  const decide = (decision: CaseDecision["decision"], does: string) =>
    command(decision, does)
      .addArgument(new Argument("<case-id>", "as case list has it").argParser(id("cas")))
      .addOption(noteOption())
      .action((caseId, { note = null }) =>
        act(({ context, actor }) => decideCase(context, { id: caseId, decision, by: actor, note })),
      );
  return [
    command(
      "list",
      "Lists the messages that the content review wants a decision on, the oldest first.",
    ).action(() => act(async ({ context }) => ({ data: await openCases(context.data, "", LISTED) }))),
    decide("legitimate", "Closes a case as a false alarm, and ends the suspension that it caused."),
    decide("abuse", "Closes a case as abuse, which suspends the account."),
  ];
}
