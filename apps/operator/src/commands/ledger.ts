import { Argument } from "@commander-js/extra-typings";
import { SendexError } from "@sendex/core/error";
import { listHours } from "@sendex/data/ledger/hours";
import { acknowledgeHour, recheckHour } from "@sendex/pipeline/ledger/decide-hour";
import { command } from "../command";
import type { Act } from "../desk";
import { hour } from "../values";

const LISTED = 48;

/** The ledger of what was accepted. */
export function ledgerCommands(act: Act) {
  return [
    command(
      "list",
      `Shows the last ${LISTED} hours: recipients accepted, rows found, and how they differ.`,
    ).action(() => act(async ({ context }) => ({ data: await listHours(context.data, LISTED) }))),
    command(
      "check",
      "Lets the scheduler compare an hour once more, after something was mended.",
      "ledger check 2026-11-22T07:00:00Z",
    )
      .addArgument(hourArgument())
      .action((at) =>
        act(async ({ context, actor }) => answer(at, "checkedAgain", await recheckHour(context, at, actor))),
      ),
    command("acknowledge", "Ends the alarm about an hour whose difference is known and cannot be mended.")
      .addArgument(hourArgument())
      .action((at) =>
        act(async ({ context, actor }) =>
          answer(at, "acknowledged", await acknowledgeHour(context, at, actor)),
        ),
      ),
  ];
}

function hourArgument() {
  return new Argument("<hour>", "as ledger list has it").argParser(hour);
}

function answer(at: Date, word: string, known: boolean): object {
  if (!known) throw new SendexError("not_found", "The ledger has no such hour.");
  return { hour: at, [word]: true };
}
