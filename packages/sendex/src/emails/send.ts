import { Option } from "@commander-js/extra-typings";
import type { NewEmail } from "@sendex/sdk/generated/api";
import { command } from "../command";
import type { Act, Desk, Result } from "../desk";
import { CliError, WRONG_USE } from "../failure";
import { pairs, text, texts } from "../values";
import { type Flags, messageOf } from "./message";
import { readMessages } from "./read-messages";

const PRIORITIES = ["critical", "standard", "bulk"] as const;

export function sendCommand(act: Act) {
  return command(
    "send",
    "Sends an email: from options, from a JSON file, or from JSON on standard input.",
    'send --from hello@shop.example --to ada@example.com --subject "Your order" --text "It is on its way."',
    "send --file order.json",
    "send < order.json",
  )
    .option(
      "--file <file>",
      "the body of POST /api/v1/emails as JSON, or an array of up to 100; - is standard input",
      text,
    )
    .option("--from <address>", "a@b.example or Name <a@b.example>", text)
    .option("--to <address>", "(repeatable)", texts)
    .option("--cc <address>", "(repeatable)", texts)
    .option("--bcc <address>", "(repeatable)", texts)
    .option("--reply-to <address>", "(repeatable)", texts)
    .option("--subject <text>")
    .option("--text <text>")
    .option("--text-file <file>", "a file in place of --text", text)
    .option("--html <html>")
    .option("--html-file <file>", "a file in place of --html", text)
    .option("--template <id>", "a template's id or alias, in place of text and html", text)
    .option("--data <name=value>", "a value of the template (repeatable)", pairs)
    .option("--data-file <file>", "the template's values as a JSON object", text)
    .option("--attach <file>", "(repeatable)", texts)
    .option("--header <name=value>", "(repeatable)", pairs)
    .option("--tag <name=value>", "(repeatable)", pairs)
    .addOption(new Option("--priority <word>", "how urgent it is").choices(PRIORITIES))
    .option("--scheduled-at <time>", 'ISO 8601 with a zone, or words such as "tomorrow at 9am"', text)
    .option("--idempotency-key <key>", "sends once, however often it is repeated", text)
    .action((options) => act((desk) => send(desk, options)));
}

async function send(
  desk: Desk,
  options: Flags & { file?: string; idempotencyKey?: string },
): Promise<Result> {
  const { file, idempotencyKey, ...flags } = options;
  const given = Object.keys(flags).length > 0;
  if (file !== undefined && given)
    throw new CliError(WRONG_USE, "--file holds the whole email: leave out the options that describe one.");
  const once = idempotencyKey === undefined ? {} : { idempotencyKey };
  if (given) return sendOne(desk, await messageOf(flags), once);
  if (file === undefined && desk.terminal.isTyped)
    throw new CliError(
      WRONG_USE,
      "What is to be sent? Give --from, --to and --subject, or --file. --help shows all.",
    );
  const read = await readMessages(desk.terminal, file ?? "-");
  return Array.isArray(read) ? sendMany(desk, read, once) : sendOne(desk, read, once);
}

type Once = { idempotencyKey?: string };

async function sendOne(desk: Desk, email: NewEmail, once: Once): Promise<Result> {
  const accepted = await desk.client().emails.send(email, once);
  return { value: accepted, text: `${accepted.id} ${accepted.status}` };
}

async function sendMany(desk: Desk, emails: NewEmail[], once: Once): Promise<Result> {
  const accepted = await desk.client().emails.sendBatch(emails, once);
  return { value: accepted, text: accepted.data.map(({ id }) => id).join("\n") };
}
