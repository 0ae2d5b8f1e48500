import { listHours } from "@sendex/data/ledger/hours";
import { acknowledgeHour, recheckHour } from "@sendex/pipeline/ledger/decide-hour";
import { actor } from "./actor";
import { UsageError } from "./arguments";
import type { Command, Desk } from "./command";

const LISTED = 48;

/** The ledger of what was accepted. */
export const LEDGER_COMMANDS: Record<string, Command> = {
  "ledger list": {
    usage: "ledger list [--json]",
    about: `Shows the last ${LISTED} hours: recipients accepted, rows found, and how they differ.`,
    run: async ({ context }) => ({ data: await listHours(context.data.pool, LISTED) }),
  },
  "ledger check": {
    usage: "ledger check HOUR [--json]",
    about: "Lets the scheduler compare an hour (as listed) once more, after something was mended.",
    run: async ({ context }, _flags, words) => {
      const hour = hourOf(words);
      return answer(hour, "checkedAgain", await recheckHour(context, hour, actor()));
    },
  },
  "ledger acknowledge": {
    usage: "ledger acknowledge HOUR [--json]",
    about: "Ends the alarm about an hour whose difference is known and cannot be mended.",
    run: async ({ context }: Desk, _flags, words) => {
      const hour = hourOf(words);
      return answer(hour, "acknowledged", await acknowledgeHour(context, hour, actor()));
    },
  },
};

function hourOf([text = ""]: string[]): Date {
  const hour = new Date(text);
  if (Number.isNaN(hour.getTime()))
    throw new UsageError("Which hour? As in ledger list: 2026-11-22T07:00:00.000Z.");
  return hour;
}

function answer(hour: Date, word: string, known: boolean): object {
  if (!known) throw new UsageError("The ledger has no such hour.");
  return { hour, [word]: true };
}
