import { Argument, Option } from "@commander-js/extra-typings";
import type { Mode } from "@sendex/core/accepting/message";
import { type Permission, PERMISSIONS } from "@sendex/core/access";
import { SendexError } from "@sendex/core/error";
import { areVerified } from "@sendex/data/domains/rows";
import { revokeKey } from "@sendex/pipeline/access/revoke-key";
import { createKey } from "@sendex/pipeline/accounts/create";
import { accountOf } from "../account-of";
import { accountOption, command } from "../command";
import type { Act, Desk } from "../desk";
import { domain, id, text, wholeNumber } from "../values";

const LIVE: Mode = "live";
const MODES: readonly Mode[] = [LIVE, "test"];
const MOST_A_MINUTE = 10_000_000;

export function keyCommands(act: Act) {
  return [
    command(
      "create",
      "Makes an API key, which is shown only here.",
      "key create --account owner@shop.example --permission send_only --domain shop.example --json",
    )
      .addOption(accountOption())
      .addOption(
        new Option("--permission <word>", "what it may do").choices(PERMISSIONS).makeOptionMandatory(),
      )
      .addOption(
        new Option("--mode <mode>", "test: its mail goes to the sandbox").choices(MODES).default(LIVE),
      )
      .option("--domain <domain>", "the only one it sends from (default: any of the account's)", domain)
      .option("--name <name>", "what it is listed as (default: its permission)", text)
      .option("--rate <n>", "requests a minute (default: the service's)", wholeNumber(1, MOST_A_MINUTE))
      .action((options) => act((desk) => create(desk, options))),
    command("revoke", "Revokes a key, from the next request on.")
      .addArgument(new Argument("<key-id>", "as key create showed it").argParser(id("key")))
      .action((keyId) => act((desk) => revoke(desk, keyId))),
  ];
}

interface Asked {
  account: string;
  permission: Permission;
  mode: Mode;
  domain?: string;
  name?: string;
  rate?: number;
}

async function create(desk: Desk, asked: Asked): Promise<object> {
  const { context, actor } = desk;
  const { permission, mode, rate, name = permission } = asked;
  const { id: accountId } = await accountOf(desk, asked.account);
  const domains = asked.domain === undefined ? [] : [asked.domain];
  const scope = domains.map((scoped) => ({ accountId, name: scoped }));
  if ((await areVerified(context.data, scope)).includes(false))
    throw new SendexError(
      "unprocessable_entity",
      `${asked.domain} is not a verified domain of this account.`,
    );
  const input = {
    accountId,
    permission,
    name,
    mode,
    domains,
    ...(rate !== undefined && { rateLimit: rate }),
  };
  const made = await createKey(context, input, actor);
  return { ...made, account: accountId, mode, permission, domains };
}

async function revoke({ context, actor }: Desk, keyId: string): Promise<object> {
  if (!(await revokeKey(context, keyId, { by: actor })))
    throw new SendexError("not_found", "There is no such key, or it was revoked before.");
  return { id: keyId, revoked: true };
}
