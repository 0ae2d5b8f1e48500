import { command } from "../command";
import type { Act } from "../desk";

export function removeCommand(act: Act) {
  return command(
    "remove",
    "Removes contacts; what each chose about mail is kept.",
    "contacts remove ada@example.com",
  )
    .argument("<contacts...>", "addresses or ids")
    .action((contacts) =>
      act(async (desk) => {
        const client = desk.client();
        const removed: string[] = [];
        for (const contact of contacts) removed.push((await client.contacts.remove(contact)).id);
        return {
          value: { removed },
          text: contacts.map((one) => `${one} is no contact any more.`).join("\n"),
        };
      }),
    );
}
