import { Command, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { accountCommands } from "./commands/account";
import { accountDataCommands } from "./commands/account-data";
import { accountStandingCommands } from "./commands/account-standing";
import { analyticsCommands } from "./commands/analytics";
import { appealCommands } from "./commands/appeal";
import { auditCommands } from "./commands/audit";
import { caseCommands } from "./commands/case";
import { creditsCommands } from "./commands/credits";
import { databaseCommands } from "./commands/database";
import { deadLetterCommands } from "./commands/dead-letter";
import { domainCommands } from "./commands/domain";
import { keyCommands } from "./commands/key";
import { ledgerCommands } from "./commands/ledger";
import { masterKeyCommands } from "./commands/master-key";
import { notificationsCommands } from "./commands/notifications";
import { operatorCommands } from "./commands/operator";
import { paceCommands } from "./commands/pace";
import { personCommands } from "./commands/person";
import { recipientCommands } from "./commands/recipient";
import { sourceCommands } from "./commands/source";
import type { Act } from "./desk";

type Makes = (act: Act) => CommandUnknownOpts[];

/** Every command, by its first word. Help, the documentation's table and the tests are made from this list. */
const GROUPS: Record<string, { about: string; makes: Makes[] }> = {
  database: { about: "The database", makes: [databaseCommands] },
  account: { about: "Accounts", makes: [accountCommands, accountStandingCommands, accountDataCommands] },
  key: { about: "API keys", makes: [keyCommands] },
  domain: { about: "Domains of accounts", makes: [domainCommands] },
  credits: { about: "Credits of accounts", makes: [creditsCommands] },
  source: { about: "Keys and templates that are paused", makes: [sourceCommands] },
  appeal: { about: "Appeals against suspensions", makes: [appealCommands] },
  case: { about: "Cases of the content review", makes: [caseCommands] },
  person: { about: "People who sign in", makes: [personCommands] },
  recipient: { about: "People who got mail", makes: [recipientCommands] },
  "dead-letter": { about: "What was given up", makes: [deadLetterCommands] },
  ledger: { about: "The ledger of what was accepted", makes: [ledgerCommands] },
  analytics: { about: "What analytics show", makes: [analyticsCommands] },
  notifications: { about: "What SES says through SNS", makes: [notificationsCommands] },
  pace: { about: "Destinations that get mail slower", makes: [paceCommands] },
  "master-key": { about: "The key that wraps accounts' data keys", makes: [masterKeyCommands] },
  operator: { about: "Who may use /admin", makes: [operatorCommands] },
  audit: { about: "What operators did", makes: [auditCommands] },
};

const AFTER = `
Exit codes:
  0  done
  1  failed: something does not answer, or a rule refused it
  2  used wrongly: nothing was opened, nothing was changed

Results go to standard output, and one line that says what is wrong to standard error; with --json both are JSON.
"key --help" shows what the commands of a group do, "help key create" how one is used.`;

/**
 * The command line. Its parse throws CommanderError for whatever is typed wrongly, before any command opens anything,
 * and when it has written the help that was asked for.
 */
export function programOf(act: Act, write: (text: string) => void): CommandUnknownOpts {
  const program = new Command("operator")
    .description("The operators' command line of Sendex.")
    .option("--json", "answer with one JSON document")
    .configureOutput({ writeOut: write, writeErr: () => undefined })
    .configureHelp({ showGlobalOptions: true })
    .helpCommand(false)
    .exitOverride()
    .addHelpText("after", AFTER);
  for (const [word, { about, makes }] of Object.entries(GROUPS)) {
    const leaves = makes.flatMap((make) => make(act));
    const words = leaves.map((leaf) => leaf.name()).join(", ");
    const group = new Command(word)
      .description(`${about}: ${words}.`)
      .helpCommand(false)
      .copyInheritedSettings(program);
    for (const leaf of leaves) group.addCommand(strict(leaf.copyInheritedSettings(program)));
    program.addCommand(group);
  }
  return program;
}

/** Of an option that is given twice one would be forgotten. */
function strict(leaf: CommandUnknownOpts): CommandUnknownOpts {
  const given = new Set<string>();
  for (const option of leaf.options)
    leaf.on(`option:${option.name()}`, () => {
      if (given.has(option.name())) leaf.error(`error: option '${option.flags}' is given twice`);
      given.add(option.name());
    });
  return leaf;
}
