import { command } from "../command";
import type { Act } from "../desk";
import { asText } from "../show/as-text";

export function showCommand(act: Act) {
  return command("show", "Shows a broadcast: its words, how far it has come and what became of its mails.")
    .argument("<id>", "its id")
    .action((id) =>
      act(async (desk) => {
        const broadcast = await desk.client().broadcasts.get(id);
        return { value: broadcast, text: asText(broadcast) };
      }),
    );
}
