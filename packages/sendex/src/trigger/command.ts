import { Argument } from "@commander-js/extra-typings";
import { command } from "../command";
import type { Act, Desk, Result } from "../desk";
import { CliError } from "../failure";
import { text } from "../values";
import { senderOf } from "./sender";
import { bringAbout } from "./bring-about";
import { awaitEntry } from "./await-entry";
import { entryOf, TRIGGERED, type Triggered } from "./recipes";

export function triggerCommand(act: Act) {
  return command(
    "trigger",
    "Makes an event happen, by test mail to the sandbox: webhook endpoints of test keys and sendex listen are told of it.",
    "trigger email.bounced",
  )
    .addArgument(new Argument("<event>", "what is to happen").choices(TRIGGERED))
    .option("--from <address>", "the sender (default: trigger@ the first verified domain)", text)
    .action((event, { from }) => act((desk) => trigger(desk, event, from)));
}

async function trigger(desk: Desk, event: Triggered, from: string | undefined): Promise<Result> {
  if (desk.connection().mode === "live")
    throw new CliError(
      "live_key",
      "This is a live key, and its mail goes to people: use a test key (sk_test_…), which the dashboard makes under API keys.",
    );
  const client = desk.client();
  const id = await bringAbout(client, event, from ?? (await senderOf(client)));
  const { type, at } = await awaitEntry(client, id, entryOf(event));
  return { value: { event, email_id: id, at }, text: `${event}: ${id} ${type} at ${at}` };
}
