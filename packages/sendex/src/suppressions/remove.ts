import { command } from "../command";
import type { Act } from "../desk";

export function removeCommand(act: Act) {
  return command(
    "remove",
    "Takes addresses off the list: they get mail again.",
    "suppressions remove ada@example.com",
  )
    .argument("<addresses...>", "addresses, or ids of entries")
    .option("--confirm-complaint", "also those who complained: they called the mail spam")
    .action((addresses, { confirmComplaint }) =>
      act(async (desk) => {
        const client = desk.client();
        const removed: string[] = [];
        for (const address of addresses) {
          const query = confirmComplaint ? { confirm: "complaint" as const } : {};
          removed.push((await client.suppressions.remove(address, query)).email);
        }
        return { value: { removed }, text: removed.map((email) => `${email} gets mail again.`).join("\n") };
      }),
    );
}
