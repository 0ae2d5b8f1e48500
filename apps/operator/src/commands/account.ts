import { Option } from "@commander-js/extra-typings";
import { SendexError } from "@sendex/core/error";
import { newId } from "@sendex/crypto/token";
import { findAccount, listAccounts } from "@sendex/data/accounts/accounts";
import { readHistory } from "@sendex/data/reputation/history";
import { changeAccount } from "@sendex/pipeline/accounts/change";
import { createAccount } from "@sendex/pipeline/accounts/create";
import { inviteByOperator } from "@sendex/pipeline/people/invite";
import { readAccount } from "@sendex/pipeline/accounts/read";
import { accountOf } from "../account-of";
import { accountOption, command } from "../command";
import { personWithPassword } from "../person-with-password";
import type { Act, Desk } from "../desk";
import { address, domain, zone } from "../values";

export function accountCommands(act: Act) {
  return [
    command(
      "create",
      "Makes an account with a verified domain and two keys, which are shown only here, and invites its owner by mail.",
      "account create --email owner@shop.example --domain shop.example --json",
    )
      .option("--email <address>", "of its owner (default: one of sendex.test)", address)
      .option("--domain <domain>", "that it sends from (default: one under sendex.test)", domain)
      .option(
        "--make-password",
        "makes its owner a person with a password, shown only here, and invites no one",
      )
      .action((options) => act((desk) => create(desk, options))),
    command("list", "Lists the accounts.").action(() =>
      act(async ({ context }) => ({ data: await listAccounts(context.data) })),
    ),
    command(
      "show",
      "Shows an account's standing with all that it rests on: rate, guideline, pauses, suspension, appeals, and who ended earlier ones.",
    )
      .addOption(accountOption())
      .action((options) => act((desk) => show(desk, options.account))),
    command(
      "content",
      "Keeps content for 30 days, or (no) only until a message is settled, what is stored already included.",
    )
      .addOption(accountOption())
      .addOption(
        new Option("--keep <word>", "whether content is kept")
          .choices(["yes", "no"] as const)
          .makeOptionMandatory(),
      )
      .action((options) => act((desk) => keep(desk, options.account, options.keep === "yes"))),
    command(
      "timezone",
      "Sets the zone that an account's schedules in plain words are meant in.",
      "account timezone --account owner@shop.example --zone Europe/Berlin",
    )
      .addOption(accountOption())
      .addOption(new Option("--zone <zone>", "as IANA has it").argParser(zone).makeOptionMandatory())
      .action((options) => act((desk) => setZone(desk, options.account, options.zone))),
  ];
}

async function create(
  desk: Desk,
  typed: { email?: string; domain?: string; makePassword?: true },
): Promise<object> {
  const { context, actor } = desk;
  const slug = newId("x", context.clock()).slice(-10);
  const { email = `owner-${slug}@sendex.test`, domain: name = `${slug}.sendex.test` } = typed;
  if (await findAccount(context.data, email))
    throw new SendexError("unprocessable_entity", `There is an account for ${email} already.`);
  await desk.verifyDomain?.(name);
  const made = await createAccount(context, { email, domain: name, by: actor });
  const asked = { accountId: made.account.id, role: "owner" } as const;
  if (typed.makePassword) {
    const owner = { email, name: email, operator: false, member: asked };
    const { person: _, ...password } = await personWithPassword(desk, owner);
    return { ...made, account: { ...made.account, ...password } };
  }
  const { invitation, link } = await inviteByOperator(context, { ...asked, email }, actor);
  return { ...made, invitation: { id: invitation.id, link, expiresAt: invitation.expiresAt } };
}

async function show(desk: Desk, account: string): Promise<object> {
  const { context } = desk;
  const { id } = await accountOf(desk, account);
  const [view, history] = await Promise.all([readAccount(context, id), readHistory(context.data, id)]);
  return { ...view, history };
}

async function keep(desk: Desk, account: string, keepContent: boolean): Promise<object> {
  const { id } = await accountOf(desk, account);
  await changeAccount(desk.context, id, { keepContent }, desk.actor);
  return { account: id, keepContent };
}

async function setZone(desk: Desk, account: string, timeZone: string): Promise<object> {
  const { id } = await accountOf(desk, account);
  await changeAccount(desk.context, id, { timeZone }, desk.actor);
  return { account: id, timeZone };
}
