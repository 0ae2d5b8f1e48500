import { Command, Option } from "@commander-js/extra-typings";
import { idOrAddress, note } from "./values";

/** A command by its last word, with what it does in a sentence and, where that is not obvious, how it is typed. */
export function command(word: string, does: string, example?: string): Command {
  const made = new Command(word).description(does);
  return example === undefined ? made : made.addHelpText("after", `\nExample:\n  ${example}`);
}

/** `--account`, by which a command knows whom it is about. */
export function accountOption() {
  return new Option("--account <id|email>", "the account, by its id or its owner's e-mail address")
    .argParser(idOrAddress)
    .makeOptionMandatory();
}

/** `--account` of a command that is about all accounts without it. */
export function anAccountOption() {
  return new Option("--account <id|email>", "only what belongs to this account").argParser(idOrAddress);
}

/** `--note`, which the owner reads. */
export function noteOption() {
  return new Option("--note <text>", "for the account's owner").argParser(note);
}
