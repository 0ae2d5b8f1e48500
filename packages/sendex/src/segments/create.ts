import type { NewSegmentRule } from "@sendex/sdk/generated/api";
import { command } from "../command";
import type { Act } from "../desk";
import { parseJson, readText } from "../files";
import { text } from "../values";

export function createCommand(act: Act) {
  return command(
    "create",
    "Makes a segment: a list, or with a rule one that contacts belong to while it holds of them.",
    "segments create Customers",
    "segments create Readers --rule readers.json",
  )
    .argument("<name>", "what it is called")
    .option("--rule <file>", "its rule as JSON; - is standard input", text)
    .action((name, { rule }) =>
      act(async (desk) => {
        const read = rule === "-" ? await desk.terminal.readInput() : rule && (await readText(rule));
        // The API has the last word on what it says.
        const follows = read ? { rule: parseJson(read, rule ?? "") as NewSegmentRule } : {};
        const made = await desk.client().segments.create({ name, ...follows });
        return { value: made, text: made.id };
      }),
    );
}
