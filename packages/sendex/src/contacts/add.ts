import { command } from "../command";
import type { Act } from "../desk";
import { pairs, text, texts } from "../values";
import { knownOf, topicChoices } from "./choices";

export function addCommand(act: Act) {
  return command(
    "add",
    "Makes a contact, or changes the one of this address.",
    "contacts add ada@example.com --first-name Ada --property plan=pro --segment seg_…",
  )
    .argument("<email>", "its address")
    .option("--first-name <name>", "its first name", text)
    .option("--last-name <name>", "its last name", text)
    .option("--property <key=value>", "what is known of it (repeatable)", pairs)
    .option("--segment <id>", "a list to put it in (repeatable)", texts)
    .option("--topic <id=word>", "opt_in or opt_out of a topic (repeatable)", topicChoices)
    .action((email, { segment, ...typed }) =>
      act(async (desk) => {
        const segments = segment && { segments: segment.map((id) => ({ id })) };
        const made = await desk.client().contacts.create({ email, ...knownOf(typed), ...segments });
        return { value: made, text: made.id };
      }),
    );
}
