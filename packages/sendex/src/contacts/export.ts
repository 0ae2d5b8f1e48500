import { Option } from "@commander-js/extra-typings";
import { command } from "../command";
import type { Act } from "../desk";
import { writeText } from "../files";
import { text } from "../values";
import { askApi } from "./ask-api";
import { filterOf, STATES } from "./filter";

export function exportCommand(act: Act) {
  return command("export", "Writes contacts as CSV, the newest first.", "contacts export --out contacts.csv")
    .option("--out <file>", "where to (default: standard output)", text)
    .option("--q <text>", "only those with this in their address or name", text)
    .option("--segment <id>", "only those of this segment, a list or a rule", text)
    .addOption(new Option("--state <word>", "only those who get bulk mail, or do not").choices(STATES))
    .action(({ out, ...filter }) =>
      act(async (desk) => {
        const query = { ...filterOf(filter), format: "csv" };
        const parts: string[] = [];
        for (let after: string | null = ""; after !== null;) {
          const asked = new URLSearchParams({ ...query, ...(after && { after }) });
          const response = await askApi(desk.connection(), `/api/v1/contacts?${asked.toString()}`);
          const csv = await response.text();
          parts.push(parts.length === 0 ? csv : csv.slice(csv.indexOf("\n") + 1));
          after = response.headers.get("x-next-after");
        }
        const csv = parts.join("");
        if (out === undefined) return { value: { csv }, text: csv };
        await writeText(out, csv);
        return { value: { out, bytes: Buffer.byteLength(csv) }, text: `The contacts are in ${out}.` };
      }),
    );
}
