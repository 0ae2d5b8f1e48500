import { command } from "../command";
import type { Act } from "../desk";
import { CliError, WRONG_USE } from "../failure";
import { pairs, text } from "../values";
import { knownOf, topicChoices } from "./choices";

export function updateCommand(act: Act) {
  return command(
    "update",
    "Changes a contact; what is not said stays.",
    "contacts update ada@example.com --property plan=team",
    "contacts update ada@example.com --unsubscribe",
  )
    .argument("<contact>", "its address or its id")
    .option("--first-name <name>", "its first name", text)
    .option("--last-name <name>", "its last name", text)
    .option(
      "--property <key=value>",
      "what is known of it; without a value it is forgotten (repeatable)",
      pairs,
    )
    .option("--topic <id=word>", "opt_in or opt_out of a topic (repeatable)", topicChoices)
    .option("--unsubscribe", "it gets no bulk mail and no mail of topics any more")
    .option("--resubscribe", "it gets both again: only where its owner asked for it")
    .action((contact, { unsubscribe, resubscribe, property, ...typed }) =>
      act(async (desk) => {
        if (unsubscribe && resubscribe) throw new CliError(WRONG_USE, "Is it to get mail or not?");
        const properties = property && {
          properties: Object.fromEntries(
            Object.entries(property).map(([key, value]) => [key, value === "" ? null : value]),
          ),
        };
        const left = (unsubscribe ?? resubscribe) && { unsubscribed: unsubscribe === true };
        const change = { ...knownOf(typed), ...properties, ...left };
        if (Object.keys(change).length === 0)
          throw new CliError(WRONG_USE, "What is to change? --help shows it.");
        const changed = await desk.client().contacts.update(contact, change);
        return { value: changed, text: `${contact} is changed.` };
      }),
    );
}
