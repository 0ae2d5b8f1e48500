import { command } from "../command";
import type { Act } from "../desk";

export function removeCommand(act: Act) {
  return command("remove", "Removes segments; their contacts stay.")
    .argument("<ids...>", "their ids")
    .action((ids) =>
      act(async (desk) => {
        const client = desk.client();
        const removed: string[] = [];
        for (const id of ids) removed.push((await client.segments.remove(id)).id);
        return { value: { removed }, text: removed.map((id) => `${id} is removed.`).join("\n") };
      }),
    );
}
