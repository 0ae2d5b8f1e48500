import { command } from "../command";
import type { Act } from "../desk";
import { asText } from "../show/as-text";

export function showCommand(act: Act) {
  return command("show", "Shows a segment, and of one that follows a rule how many contacts it has now.")
    .argument("<id>", "its id")
    .action((id) =>
      act(async (desk) => {
        const client = desk.client();
        const segment = await client.segments.get(id);
        const { rule } = segment;
        const value = rule ? { ...segment, count: (await client.segments.preview({ rule })).count } : segment;
        return { value, text: asText(value) };
      }),
    );
}
