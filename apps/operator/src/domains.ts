import { DEFAULT_RETURN_PATH, type StoredDomain } from "@sendex/core/domains";
import { presentDomain, presentWithRecords } from "@sendex/wire/domains";
import { addDomain } from "@sendex/pipeline/domains/add";
import type { Context } from "@sendex/pipeline/context";
import { getDomain, listDomains, verifyDomain } from "@sendex/pipeline/domains/edit";
import { accountOf } from "./account-of";
import { actor } from "./actor";
import { UsageError } from "./arguments";
import type { Command } from "./command";

const ACCOUNT = "--account ID|EMAIL";
/** More than an account can have. */
const ALL = 1_000;

export const DOMAIN_COMMANDS: Record<string, Command> = {
  "domain list": {
    usage: `domain list ${ACCOUNT} [--json]`,
    about: "Lists an account's domains.",
    run: async (desk, flags) => {
      const { context } = desk;
      const { data } = await listDomains(context, (await accountOf(desk, flags)).id, { limit: ALL });
      return { data: data.map((domain) => presentDomain(domain, context.settings.region)) };
    },
  },
  "domain add": {
    usage: `domain add DOMAIN ${ACCOUNT} [--json]`,
    about: "Adds a domain to an account, and shows the DNS records to publish for it.",
    run: async (desk, flags, [name]) => {
      const { context } = desk;
      const accountId = (await accountOf(desk, flags)).id;
      const input = { name: named(name), returnPath: DEFAULT_RETURN_PATH };
      return shown(context, await addDomain(context, accountId, input, actor()));
    },
  },
  "domain verify": {
    usage: `domain verify DOMAIN|DOMAIN_ID ${ACCOUNT} [--json]`,
    about: "Looks at a domain's DNS records and at SES now, and shows what is there.",
    run: async (desk, flags, [name]) => {
      const { context } = desk;
      const domain = await getDomain(context, (await accountOf(desk, flags)).id, named(name));
      return shown(context, await verifyDomain(context, domain));
    },
  },
};

function shown(context: Context, domain: StoredDomain): object {
  return presentWithRecords(domain, context.settings.region);
}

function named(name: string | undefined): string {
  if (name === undefined) throw new UsageError("Which domain?");
  return name;
}
