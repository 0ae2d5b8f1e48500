import { command } from "../command";
import type { Act } from "../desk";
import { moreOf } from "../show/more";
import { table } from "../show/table";
import { text, wholeNumber } from "../values";

const MOST = 100;

export function listCommand(act: Act) {
  return command("list", "Lists segments of the key's mode, the newest first.")
    .option("--limit <n>", "how many (default: 25)", wholeNumber(1, MOST))
    .option("--after <id>", "goes on after this one", text)
    .action((page) =>
      act(async (desk) => {
        const list = await desk.client().segments.list(page);
        const rows = table(
          {
            name: ({ name }) => name,
            kind: ({ rule }) => (rule ? "rule" : "list"),
            created: ({ created_at }) => created_at,
            id: ({ id }) => id,
          },
          list.data,
          "There is no segment.",
        );
        return { value: list, text: rows + moreOf(list) };
      }),
    );
}
