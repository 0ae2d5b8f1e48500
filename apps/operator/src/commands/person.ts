import { Option } from "@commander-js/extra-typings";
import { SendexError } from "@sendex/core/error";
import { type Role, ROLES } from "@sendex/core/people/roles";
import { MAX_NAME_CHARACTERS } from "@sendex/core/people/rules";
import { listUsers } from "@sendex/data/people/users";
import { inviteByOperator } from "@sendex/pipeline/people/invite";
import { makePerson, resetLink, setOperator, turnOffTwoFactor } from "@sendex/pipeline/people/persons";
import { accountOf } from "../account-of";
import { accountOption, command } from "../command";
import type { Act, Desk } from "../desk";
import { personWithPassword } from "../person-with-password";
import { address, boundedText, idOrAddress } from "../values";

const OWNER: Role = "owner";

/** People who sign in. */
export function personCommands(act: Act) {
  const email = () =>
    new Option("--email <address>", "that the person signs in with").argParser(address).makeOptionMandatory();
  return [
    command(
      "create",
      "Makes a person who can sign in, or makes one who is there an operator or a member.",
      'person create --email ada@shop.example --name "Ada Lovelace" --operator',
    )
      .addOption(email())
      .option("--name <name>", "of the person (default: the address)", boundedText(1, MAX_NAME_CHARACTERS))
      .option("--make-password", "shows a password, only here (default: shows a link that sets one)")
      .option("--operator", "may use /admin and the operators' pages")
      .option("--account <id|email>", "the account to be a member of", idOrAddress)
      .addOption(new Option("--role <role>", "in that account").choices(ROLES).default(OWNER))
      .action((options) => act((desk) => create(desk, options))),
    command("invite", "Invites an address to an account by mail, and shows the link, which works once.")
      .addOption(accountOption())
      .addOption(email())
      .addOption(new Option("--role <role>", "in that account").choices(ROLES).default(OWNER))
      .action((options) => act((desk) => invite(desk, options))),
    command("list", "Lists the people, or the operators among them.")
      .option("--operators", "only those who may use /admin")
      .action(({ operators = false }) =>
        act(async ({ context }) => ({ data: await listUsers(context.data, operators) })),
      ),
    command("reset-password", "Shows a link that sets a new password, once and within the hour.")
      .addOption(email())
      .action(({ email: of }) => act(({ context, actor }) => resetLink(context, of, actor))),
    command(
      "turn-off-2fa",
      "Turns off the two-factor sign-in of who lost app and recovery codes; sessions end.",
    )
      .addOption(email())
      .action(({ email: of }) => act(({ context, actor }) => turnOffTwoFactor(context, of, actor))),
    command("set-operator", "Says whether a person may use /admin, from the next request on.")
      .addOption(email())
      .addOption(
        new Option("--allowed <word>", "whether").choices(["yes", "no"] as const).makeOptionMandatory(),
      )
      .action(({ email: of, allowed }) =>
        act(({ context, actor }) => setOperator(context, { email: of, operator: allowed === "yes" }, actor)),
      ),
  ];
}

interface AskedPerson {
  email: string;
  name?: string;
  makePassword?: true;
  operator?: true;
  account?: string;
  role: Role;
}

async function create(desk: Desk, asked: AskedPerson): Promise<object> {
  const { email, name = email, makePassword = false, operator = false, account, role } = asked;
  if (account === undefined && !operator)
    throw new SendexError(
      "unprocessable_entity",
      "A person is an operator (--operator) or a member (--account).",
    );
  const { context, actor } = desk;
  const member =
    account === undefined ? {} : { member: { accountId: (await accountOf(desk, account)).id, role } };
  const given = { email, name, operator, ...member };
  if (makePassword) {
    const { person, ...password } = await personWithPassword(desk, given);
    return { ...person, ...password };
  }
  const person = await makePerson(context, given, actor);
  if (!person.created) return person;
  const { link, expiresAt } = await resetLink(context, email, actor);
  return { ...person, passwordLink: link, passwordLinkExpiresAt: expiresAt };
}

async function invite(
  desk: Desk,
  { account, email, role }: { account: string; email: string; role: Role },
): Promise<object> {
  const { id: accountId } = await accountOf(desk, account);
  const { invitation, link } = await inviteByOperator(desk.context, { accountId, email, role }, desk.actor);
  return {
    id: invitation.id,
    account: accountId,
    email: invitation.email,
    role,
    link,
    expiresAt: invitation.expiresAt,
  };
}
