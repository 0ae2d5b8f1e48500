import { Option } from "@commander-js/extra-typings";
import { command } from "../command";
import type { Act } from "../desk";
import { table } from "../show/table";
import { text, wholeNumber } from "../values";

const MOST = 100;
export const ORIGINS = ["bounce", "complaint", "manual"] as const;

export function listCommand(act: Act) {
  return command("list", "Lists the addresses that get no mail of the key's mode, the newest first.")
    .option("--q <text>", "only addresses with this in them", text)
    .option("--reason <word>", "only those with this reason", text)
    .addOption(new Option("--origin <word>", "only those that came this way").choices(ORIGINS))
    .option("--limit <n>", "how many (default: 25)", wholeNumber(1, MOST))
    .option("--after <id>", "goes on after this one", text)
    .action((options) =>
      act(async (desk) => {
        const list = await desk.client().suppressions.list(options);
        const rows = table(
          {
            email: ({ email }) => email,
            reason: ({ reason }) => reason,
            origin: ({ origin }) => origin,
            created: ({ created_at }) => created_at,
            expires: ({ expires_at }) => expires_at,
          },
          list.data,
          "No address is like that.",
        );
        const more = list.has_more ? `\nThere are more: --after ${list.data.at(-1)?.id ?? ""}` : "";
        return { value: list, text: rows + more };
      }),
    );
}
