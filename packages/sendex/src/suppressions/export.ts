import { Option } from "@commander-js/extra-typings";
import { command } from "../command";
import type { Act } from "../desk";
import { writeText } from "../files";
import { text } from "../values";
import { ORIGINS } from "./list";

export function exportCommand(act: Act) {
  return command(
    "export",
    "Writes the whole list as CSV, which import takes.",
    "suppressions export --out suppressed.csv",
  )
    .option("--out <file>", "where to (default: standard output)", text)
    .option("--q <text>", "only addresses with this in them", text)
    .option("--reason <word>", "only those with this reason", text)
    .addOption(new Option("--origin <word>", "only those that came this way").choices(ORIGINS))
    .action(({ out, ...query }) =>
      act(async (desk) => {
        const csv = await desk.client().suppressions.export(query);
        if (out === undefined) return { value: { csv }, text: csv };
        await writeText(out, csv);
        const rows = Math.max(0, csv.trimEnd().split("\n").length - 1);
        return { value: { out, rows }, text: `${rows} addresses are in ${out}.` };
      }),
    );
}
