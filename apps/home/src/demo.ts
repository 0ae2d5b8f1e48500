import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { isObject, record } from "@sendex/kit/loose";
import { CLI_MAIN } from "./processes/apps";
import { readJson, writeJson } from "./json-file";

/** The account that a start makes once, to have something to try things with. */
export interface Demo {
  account: { id: string; email: string; password?: string };
  apiKeys: { full: string; sendOnly: string };
  /** A verified sending domain of this account. */
  domain: string;
}

/** What it takes to run the product's CLI. */
export interface Cli {
  root: string;
  env: NodeJS.ProcessEnv;
  stopping: AbortSignal;
}

const EMAIL = "demo@sendex.test";
const DOMAIN = "demo.sendex.test";
const CLI_LIMIT_MS = 60_000;
const ANSWER_MS = 5_000;
const UNAUTHORIZED = 401;

/**
 * The demo account kept in `demo.json`, or a new one where there is none or its key is not known to the API (the
 * database is another one than last time).
 */
export async function keepDemo(home: string, apiUrl: string, cli: Cli): Promise<Demo> {
  const file = path.join(home, "demo.json");
  const kept = demoIn(readJson(file));
  if (kept !== undefined && (await isKnown(apiUrl, kept.apiKeys.full))) return kept;
  const made = await makeDemo(cli);
  writeJson(file, made);
  return made;
}

async function isKnown(apiUrl: string, key: string): Promise<boolean> {
  const answer = await fetch(`${apiUrl}/api/v1/emails?limit=1`, {
    headers: { authorization: `Bearer ${key}` },
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  await answer.body?.cancel();
  return answer.status !== UNAUTHORIZED;
}

/** With the usual address, or with one of the CLI's choice where an account has it already. */
async function makeDemo(cli: Cli): Promise<Demo> {
  const answer = await create(cli, ["--email", EMAIL, "--domain", DOMAIN]).catch(() => create(cli, []));
  const demo = demoIn(answer);
  if (demo === undefined) throw new Error("The CLI made a demo account but did not say which.");
  return demo;
}

async function create(cli: Cli, named: string[]): Promise<Record<string, unknown>> {
  const { root, env, stopping } = cli;
  const args = [path.join(root, CLI_MAIN), "account", "create", "--json", ...named];
  const options = { cwd: root, env, timeout: CLI_LIMIT_MS, signal: stopping };
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return record(JSON.parse(stdout));
}

/** The demo account in an object from outside; undefined when it is not one. */
export function demoIn(value: Record<string, unknown> | undefined): Demo | undefined {
  const { account, apiKeys, domain } = value ?? {};
  if (!isObject(account) || !isObject(apiKeys) || typeof domain !== "string") return undefined;
  const { id, email, password } = account;
  const { full, sendOnly } = apiKeys;
  if (typeof id !== "string" || typeof email !== "string") return undefined;
  if (typeof full !== "string" || typeof sendOnly !== "string") return undefined;
  const owner = { id, email, ...(typeof password === "string" ? { password } : {}) };
  return { account: owner, apiKeys: { full, sendOnly }, domain };
}
