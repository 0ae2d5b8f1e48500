import { command } from "../command";
import type { Act } from "../desk";
import { domainId } from "./find";
import { domainAsText } from "./as-text";

export function checkCommand(act: Act) {
  return command(
    "check",
    "Has a domain's DNS records looked at now, and shows what is there; fails while it is not verified. It needs a live key.",
  )
    .argument("<domain>", "its name or its id")
    .action((nameOrId) =>
      act(async (desk) => {
        const client = desk.client();
        const domain = await client.domains.verify(await domainId(client, nameOrId));
        return { value: domain, text: domainAsText(domain), wrong: domain.status !== "verified" };
      }),
    );
}
