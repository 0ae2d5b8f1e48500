import { command } from "../command";
import type { Act } from "../desk";
import { table } from "../show/table";

export function topicCommands(act: Act) {
  return [listCommand(act)];
}

function listCommand(act: Act) {
  return command("list", "Lists the topics that mail can be of.").action(() =>
    act(async (desk) => {
      const list = await desk.client().topics.list();
      const text = table(
        {
          name: ({ name }) => name,
          default: ({ default_subscription }) => default_subscription,
          created: ({ created_at }) => created_at,
          id: ({ id }) => id,
        },
        list.data,
        "There is no topic.",
      );
      return { value: list, text };
    }),
  );
}
