import { Command, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { broadcastCommands } from "./broadcasts/commands";
import { completionCommand } from "./completion/command";
import { contactCommands } from "./contacts/commands";
import type { Act, Everywhere } from "./desk";
import { doctorCommand } from "./doctor/command";
import { domainCommands } from "./domains/commands";
import { emailCommands } from "./emails/commands";
import { sendCommand } from "./emails/send";
import { listenCommand } from "./listen/command";
import { segmentCommands } from "./segments/commands";
import { loginCommand } from "./sign-in/login";
import { logoutCommand } from "./sign-in/logout";
import { whoamiCommand } from "./sign-in/whoami";
import { suppressionCommands } from "./suppressions/commands";
import { templateCommands } from "./templates/commands";
import { topicCommands } from "./topics/commands";
import { triggerCommand } from "./trigger/command";
import { text } from "./values";
import { ownVersion } from "./version";

type Makes = (act: Act) => CommandUnknownOpts[];

/** Commands of one word. Help, the documentation's table, completion and the tests are made from these lists. */
const SINGLE: ((act: Act) => CommandUnknownOpts)[] = [
  loginCommand,
  logoutCommand,
  whoamiCommand,
  sendCommand,
  listenCommand,
  triggerCommand,
  doctorCommand,
];

/** Commands of two words, by the first. */
const GROUPS: Record<string, { about: string; makes: Makes }> = {
  emails: { about: "What was sent", makes: emailCommands },
  domains: { about: "Domains that mail is sent from", makes: domainCommands },
  templates: { about: "Templates, as files in a folder", makes: templateCommands },
  contacts: { about: "Whom mail is written to", makes: contactCommands },
  segments: { about: "Lists of contacts, and rules that pick them", makes: segmentCommands },
  topics: { about: "What mail is about, as its readers choose it", makes: topicCommands },
  broadcasts: { about: "One mail to a segment", makes: broadcastCommands },
  suppressions: { about: "Addresses that get no mail", makes: suppressionCommands },
};

const AFTER = `
The key comes from --api-key, else from SENDEX_API_KEY, else from "sendex login"; the address likewise from
--api-url, SENDEX_API_URL or "sendex login", else it is http://127.0.0.1:3000.

Exit codes:
  0  done
  1  failed: something does not answer, was refused, or is not as it should be
  2  used wrongly: nothing was asked and nothing changed

Results go to standard output, and one line that says what is wrong to standard error; with --json both are JSON.
"emails --help" shows what the commands of a group do, "help emails list" how one is used.`;

/**
 * The command line. Its parse throws CommanderError for whatever is typed wrongly, before any command does anything,
 * and when it has written the help that was asked for.
 */
export function programOf(act: Act, write: (text: string) => void): Command<[], Everywhere> {
  const program: Command<[], Everywhere> = new Command("sendex")
    .description("The command line of Sendex, for those who send mail with it.")
    .version(ownVersion(), "--version", "show which version this is")
    .option("--json", "answer with JSON")
    .option("--api-key <key>", "the API key to use", text)
    .option("--api-url <url>", "where the API is, such as https://mail.example.com", text)
    .configureOutput({ writeOut: write, writeErr: () => undefined })
    .configureHelp({ showGlobalOptions: true })
    .helpCommand(false)
    .exitOverride()
    .addHelpText("after", AFTER);
  const add = (parent: CommandUnknownOpts, leaf: CommandUnknownOpts): void => {
    parent.addCommand(strict(leaf.copyInheritedSettings(program)));
  };
  for (const make of SINGLE) add(program, make(act));
  for (const [word, { about, makes }] of Object.entries(GROUPS)) {
    const leaves = makes(act);
    const words = leaves.map((leaf) => leaf.name()).join(", ");
    const group = new Command(word)
      .description(`${about}: ${words}.`)
      .helpCommand(false)
      .copyInheritedSettings(program);
    for (const leaf of leaves) add(group, leaf);
    program.addCommand(group);
  }
  add(program, completionCommand(act, program));
  return program;
}

/** Of an option that is given twice one would be forgotten, but where it takes several. */
function strict(leaf: CommandUnknownOpts): CommandUnknownOpts {
  const given = new Set<string>();
  for (const option of leaf.options.filter(
    ({ variadic, description }) => !variadic && !isRepeated(description),
  ))
    leaf.on(`option:${option.name()}`, () => {
      if (given.has(option.name())) leaf.error(`error: option '${option.flags}' is given twice`);
      given.add(option.name());
    });
  return leaf;
}

function isRepeated(description: string): boolean {
  return description.includes("(repeatable)");
}
