import { Option } from "@commander-js/extra-typings";
import { command } from "../command";
import type { Act } from "../desk";
import { moreOf } from "../show/more";
import { table } from "../show/table";
import { text, wholeNumber } from "../values";
import { filterOf, STATES } from "./filter";

const MOST = 100;

export function listCommand(act: Act) {
  return command(
    "list",
    "Lists contacts of the key's mode, the newest first.",
    "contacts list --segment seg_…",
  )
    .option("--q <text>", "only those with this in their address or name", text)
    .option("--segment <id>", "only those of this segment, a list or a rule", text)
    .addOption(new Option("--state <word>", "only those who get bulk mail, or do not").choices(STATES))
    .option("--limit <n>", "how many (default: 25)", wholeNumber(1, MOST))
    .option("--after <id>", "goes on after this one", text)
    .action(({ limit, after, ...filter }) =>
      act(async (desk) => {
        const query = { ...filterOf(filter), ...(limit && { limit }), ...(after && { after }) };
        const list = await desk.client().contacts.list(query);
        const rows = table(
          {
            email: ({ email }) => email,
            name: ({ first_name, last_name }) => [first_name, last_name].filter(Boolean).join(" ") || null,
            state: ({ unsubscribed }) => (unsubscribed ? "unsubscribed" : "subscribed"),
            created: ({ created_at }) => created_at,
            id: ({ id }) => id,
          },
          list.data,
          "No contact is like that.",
        );
        return { value: list, text: rows + moreOf(list) };
      }),
    );
}
