import type { Client } from "@sendex/sdk/client";
import { awaitEntry } from "./await-entry";
import { addressOf, type Recipe, RECIPES, type Triggered } from "./recipes";

/** Sends what causes the event. → the email's id */
export async function bringAbout(client: Client, event: Triggered, from: string): Promise<string> {
  const recipe: Recipe = RECIPES[event];
  const to = addressOf(recipe);
  const mail = { from, to, subject: `sendex trigger ${event}`, text: `Sent to make ${event} happen.` };
  switch (recipe.beside) {
    case "schedule":
      return sendLater(client, mail);
    case "suppress":
      return sendSuppressed(client, mail);
    case "unsubscribe":
      return sendAndUnsubscribe(client, mail);
    default:
      return (await client.emails.send(mail)).id;
  }
}

interface Mail {
  from: string;
  to: string;
  subject: string;
  text: string;
}

/** It is cancelled at once: nothing is left to be sent. */
async function sendLater(client: Client, mail: Mail): Promise<string> {
  const { id } = await client.emails.send({ ...mail, scheduled_at: "in 1 hour" });
  await client.emails.cancel(id);
  return id;
}

/** The entry of the test list lasts as long as it is needed. */
async function sendSuppressed(client: Client, mail: Mail): Promise<string> {
  await client.suppressions.add({ email: mail.to });
  try {
    const { id } = await client.emails.send(mail);
    await awaitEntry(client, id, "suppressed");
    return id;
  } finally {
    await client.suppressions.remove(mail.to);
  }
}

async function sendAndUnsubscribe(client: Client, mail: Mail): Promise<string> {
  const { id } = await client.emails.send(mail);
  await awaitEntry(client, id, "sent");
  await client.v1.unsubscribes.add({ recipient: mail.to, message_id: id });
  await client.v1.unsubscribes.remove(mail.to);
  return id;
}
