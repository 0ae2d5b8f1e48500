import { command } from "../command";
import type { Act } from "../desk";
import { domainId } from "./find";
import { domainAsText } from "./as-text";

export function showCommand(act: Act) {
  return command("show", "Shows a domain with the DNS records to publish, and what was last seen of each.")
    .argument("<domain>", "its name or its id")
    .option("--zone-file", "its records alone, as lines of a zone file")
    .action((nameOrId, { zoneFile }) =>
      act(async (desk) => {
        const client = desk.client();
        const domain = await client.domains.get(await domainId(client, nameOrId));
        return { value: domain, text: zoneFile ? domain.zone_file : domainAsText(domain) };
      }),
    );
}
