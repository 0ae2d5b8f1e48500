import type { NewEmail } from "@sendex/sdk/generated/api";
import type { Terminal } from "../desk";
import { CliError, WRONG_USE } from "../failure";
import { parseJson, readText } from "../files";
import { isRecord } from "../show/record";

/** One email, or several, of a JSON file; `-` is standard input. What they may hold the API checks. @throws CliError */
export async function readMessages(terminal: Terminal, file: string): Promise<NewEmail | NewEmail[]> {
  const name = file === "-" ? "Standard input" : file;
  const read = parseJson(file === "-" ? await terminal.readInput() : await readText(file), name);
  // The parse boundary: the API names every wrong field.
  if (Array.isArray(read) || isRecord(read)) return read as unknown as NewEmail | NewEmail[];
  throw new CliError(WRONG_USE, `${name} holds neither a JSON object nor an array of them.`);
}
