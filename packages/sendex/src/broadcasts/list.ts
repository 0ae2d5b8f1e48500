import { command } from "../command";
import type { Act } from "../desk";
import { moreOf } from "../show/more";
import { table } from "../show/table";
import { text, wholeNumber } from "../values";

const MOST = 100;

export function listCommand(act: Act) {
  return command("list", "Lists broadcasts of the key's mode, the newest first.")
    .option("--limit <n>", "how many (default: 25)", wholeNumber(1, MOST))
    .option("--after <id>", "goes on after this one", text)
    .action((page) =>
      act(async (desk) => {
        const list = await desk.client().broadcasts.list(page);
        const rows = table(
          {
            name: ({ name }) => name,
            state: ({ state }) => state,
            created: ({ created_at }) => created_at,
            id: ({ id }) => id,
          },
          list.data,
          "There is no broadcast.",
        );
        return { value: list, text: rows + moreOf(list) };
      }),
    );
}
