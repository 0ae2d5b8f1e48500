import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "@sendex/sdk/client";
import type { EmailEvent } from "@sendex/sdk/generated/api";
import { CliError } from "../failure";

const WITHIN_MS = 30_000;
const LOOK_MS = 200;

/** An entry of an email's timeline, once it is there. @throws CliError where it does not come within 30 s */
export async function awaitEntry(client: Client, id: string, type: string): Promise<EmailEvent> {
  const deadline = performance.now() + WITHIN_MS;
  while (performance.now() < deadline) {
    const found = (await client.emails.get(id)).events.find((entry) => entry.type === type);
    if (found) return found;
    await sleep(LOOK_MS);
  }
  throw new CliError(
    "not_happened",
    `${id} was accepted, and is not ${type} after ${WITHIN_MS / 1_000} s: sendex emails explain ${id} says why.`,
  );
}
