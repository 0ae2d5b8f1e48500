import { connectionOf, DEFAULT_API_URL, readApiKey, readApiUrl } from "../config/connection";
import { readStored, storedFile, writeStored } from "../config/stored";
import { command } from "../command";
import type { Act, Desk, Result } from "../desk";
import { isLocal } from "../local";
import { askWho, whoAsText } from "./who";

export function loginCommand(act: Act) {
  return command(
    "login",
    "Checks an API key and keeps it, with the API's address, in a file that only you may read.",
    "login --api-url https://mail.example.com",
    "login < key.txt",
  ).action(() => act(login));
}

/** Asks for the key where it is not given: so it stands in no list of processes and no shell's history. */
async function login({ terminal, options }: Desk): Promise<Result> {
  const { env } = terminal;
  const url = options.apiUrl ?? env["SENDEX_API_URL"] ?? readStored(terminal).apiUrl ?? DEFAULT_API_URL;
  const apiUrl = readApiUrl(url);
  const typed = options.apiKey ?? (await askKey(terminal, apiUrl));
  const { apiKey } = readApiKey(typed, "login");
  const connection = connectionOf({ apiKey, apiUrl }, { ...terminal, env: {} });
  const who = await askWho(connection);
  writeStored(terminal, { apiKey, apiUrl });
  if (apiUrl.startsWith("http:") && !isLocal(new URL(apiUrl)))
    terminal.err(`Note: ${apiUrl} is not encrypted: whoever is on the way can read the key.\n`);
  if (env["SENDEX_API_KEY"]) terminal.err("Note: SENDEX_API_KEY is set, and goes before what is kept.\n");
  const kept = storedFile(terminal);
  return { value: { ...who, kept_in: kept }, text: `Signed in.\n${whoAsText(who)}\nkept in: ${kept}` };
}

async function askKey(terminal: Desk["terminal"], apiUrl: string): Promise<string> {
  return terminal.isTyped ? terminal.ask(`API key for ${apiUrl}: `) : terminal.readInput();
}
