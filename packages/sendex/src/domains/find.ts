import type { Client } from "@sendex/sdk/client";
import { CliError } from "../failure";

export type ListedDomain = Awaited<ReturnType<Client["domains"]["list"]>>["data"][number];
/** One domain with its records. */
export type Domain = Awaited<ReturnType<Client["domains"]["get"]>>;

const PAGE = 100;
/** More than an account has. */
const MOST = 1_000;

/** All of them. */
export async function listDomains(client: Client): Promise<ListedDomain[]> {
  const found: ListedDomain[] = [];
  for (let after: string | undefined; ;) {
    const { data, has_more } = await client.domains.list({ limit: PAGE, ...(after && { after }) });
    found.push(...data);
    after = data.at(-1)?.id;
    if (!has_more || after === undefined || found.length >= MOST) return found;
  }
}

/** Its id, by its name or its id. @throws CliError where the account has none of that name */
export async function domainId(client: Client, nameOrId: string): Promise<string> {
  if (nameOrId.startsWith("dom_")) return nameOrId;
  const name = nameOrId.toLowerCase();
  const found = (await listDomains(client)).find((domain) => domain.name === name);
  if (found) return found.id;
  throw new CliError(
    "not_found",
    `The account has no domain ${nameOrId}: sendex domains list shows those it has.`,
  );
}
