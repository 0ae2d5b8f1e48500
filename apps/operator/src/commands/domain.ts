import { Argument } from "@commander-js/extra-typings";
import { DEFAULT_RETURN_PATH } from "@sendex/core/domains";
import { addDomain } from "@sendex/pipeline/domains/add";
import { getDomain, listDomains, verifyDomain } from "@sendex/pipeline/domains/edit";
import { presentDomain, presentWithRecords } from "@sendex/wire/domains";
import { accountOf } from "../account-of";
import { accountOption, command } from "../command";
import type { Act, Desk } from "../desk";
import { domain, idOrDomain } from "../values";

export function domainCommands(act: Act) {
  return [
    command("list", "Lists an account's domains.")
      .addOption(accountOption())
      .action((options) => act((desk) => list(desk, options.account))),
    command(
      "add",
      "Adds a domain to an account, and shows the DNS records to publish for it.",
      "domain add mail.shop.example --account owner@shop.example",
    )
      .addArgument(new Argument("<domain>", "such as mail.shop.example").argParser(domain))
      .addOption(accountOption())
      .action((name, options) => act((desk) => add(desk, options.account, name))),
    command("verify", "Looks at a domain's DNS records and at SES now, and shows what is there.")
      .addArgument(
        new Argument("<domain>", "one that the account has, by its name or its id").argParser(idOrDomain),
      )
      .addOption(accountOption())
      .action((name, options) => act((desk) => verify(desk, options.account, name))),
  ];
}

/** More than an account can have. */
const ALL = 1_000;

async function list(desk: Desk, account: string): Promise<object> {
  const { context } = desk;
  const { data } = await listDomains(context, (await accountOf(desk, account)).id, { limit: ALL });
  return { data: data.map((one) => presentDomain(one, context.settings.region)) };
}

async function add(desk: Desk, account: string, name: string): Promise<object> {
  const { context, actor } = desk;
  const { id } = await accountOf(desk, account);
  const added = await addDomain(context, id, { name, returnPath: DEFAULT_RETURN_PATH }, actor);
  return presentWithRecords(added, context.settings.region);
}

async function verify(desk: Desk, account: string, name: string): Promise<object> {
  const { context } = desk;
  const found = await getDomain(context, (await accountOf(desk, account)).id, name);
  return presentWithRecords(await verifyDomain(context, found), context.settings.region);
}
