import type { Client } from "@sendex/sdk/client";
import { listDomains } from "../domains/find";
import { CliError } from "../failure";

/** A sender at the account's first verified domain. @throws CliError where it has none */
export async function senderOf(client: Client): Promise<string> {
  const found = (await listDomains(client)).find(({ status }) => status === "verified");
  if (found) return `Sendex trigger <trigger@${found.name}>`;
  throw new CliError(
    "no_domain",
    "The account has no verified domain to send from: sendex doctor shows what is missing.",
  );
}
