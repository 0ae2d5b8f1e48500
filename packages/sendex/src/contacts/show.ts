import { command } from "../command";
import type { Act } from "../desk";
import { asText } from "../show/as-text";
import { table } from "../show/table";

export function showCommand(act: Act) {
  return command("show", "Shows a contact with its properties, its topics and the lists that it is in.")
    .argument("<contact>", "its address or its id")
    .action((contact) =>
      act(async (desk) => {
        const { contacts } = desk.client();
        const [found, topics, segments] = await Promise.all([
          contacts.get(contact),
          contacts.topics.list(contact),
          contacts.segments.list(contact, { limit: 100 }),
        ]);
        const value = { ...found, topics: topics.data, segments: segments.data };
        const lines = [
          asText(found),
          table({ topic: ({ name }) => name, gets: ({ subscription }) => subscription }, topics.data, ""),
          table({ list: ({ name }) => name, id: ({ id }) => id }, segments.data, ""),
        ];
        return { value, text: lines.filter((line) => line !== "").join("\n\n") };
      }),
    );
}
