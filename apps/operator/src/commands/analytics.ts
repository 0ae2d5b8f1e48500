import { SendexError } from "@sendex/core/error";
import { recount, type Recounted } from "@sendex/pipeline/analytics/recount";
import { accountOf } from "../account-of";
import { accountOption, command } from "../command";
import type { Act } from "../desk";
import { day } from "../values";

/** The counts that analytics show. docs/analytics.md says what they are made from. */
export function analyticsCommands(act: Act) {
  return [
    command(
      "recount",
      "Counts an account's analytics of whole days in UTC anew, from its rows.",
      "analytics recount --account owner@shop.example --from 2026-11-01 --to 2026-12-01",
    )
      .addOption(accountOption())
      .requiredOption("--from <day>", "the first day", day)
      .requiredOption("--to <day>", "the day after the last", day)
      .action(({ account, from, to }) =>
        act(async (desk) => {
          if (from >= to) throw new SendexError("bad_request", "--from must be before --to.");
          const { id } = await accountOf(desk, account);
          const told = (progress: Recounted): void => desk.tell(lineOf(progress));
          const cells = await recount(desk.context, id, { from, to }, desk.actor, { told });
          return { account: id, from, to, cells };
        }),
      ),
  ];
}

/** Who stops it may go on from there. */
function lineOf({ to, cells, done, of }: Recounted): string {
  return `${done} of ${of}: counted up to ${to.toISOString().slice(0, 16)}Z, ${cells} cells`;
}
