import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { promisify } from "node:util";
import { isObject, record } from "@sendex/kit/loose";
import { CLI_MAIN } from "./processes/apps";
import { readJson, writeJson } from "./json-file";

/** The account that a start makes once, to have something to try things with, and the people who sign in to it. */
export interface Demo {
  /** Its owner signs in with these. */
  account: { id: string; email: string; password: string };
  apiKeys: { full: string; sendOnly: string };
  /** A verified sending domain of this account. */
  domain: string;
  /** Signs in, too, and sees what operators see. */
  operator: SignIn;
}

interface SignIn {
  email: string;
  password: string;
}

/** What it takes to run the product's CLI. */
export interface Cli {
  root: string;
  env: NodeJS.ProcessEnv;
  stopping: AbortSignal;
}

const EMAIL = "demo@sendex.test";
const OPERATOR_EMAIL = "operator@sendex.test";
const DOMAIN = "demo.sendex.test";
const CLI_LIMIT_MS = 60_000;
const ANSWER_MS = 5_000;
const UNAUTHORIZED = 401;
const SLUG_BYTES = 4;

/**
 * The demo kept in `demo.json`, or a new one where there is none or its key is not known to the API (the database is
 * another one than last time). One of the time before people signed in is given its people.
 */
export async function keepDemo(home: string, apiUrl: string, cli: Cli): Promise<Demo> {
  const file = path.join(home, "demo.json");
  const read = readJson(file);
  const account = accountIn(read);
  const isKept = account !== undefined && (await isKnown(apiUrl, account.apiKeys.full));
  const kept = isKept ? demoIn(read) : undefined;
  if (kept) return kept;
  const [owned, operator] = await Promise.all([
    isKept ? withOwner(cli, account) : makeAccount(cli),
    makePerson(cli, OPERATOR_EMAIL, ["--operator"]),
  ]);
  const made = { ...owned, operator };
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
async function makeAccount(cli: Cli): Promise<Omit<Demo, "operator">> {
  const create = ["account", "create", "--make-password"];
  const answer = await type(cli, [...create, "--email", EMAIL, "--domain", DOMAIN]).catch(() =>
    type(cli, create),
  );
  const made = accountIn(answer);
  if (made === undefined) throw new Error("The CLI made a demo account but did not say which.");
  const { password } = record(answer["account"]);
  if (typeof password !== "string") return withOwner(cli, made);
  return { ...made, account: { ...made.account, password } };
}

/** For an account without a person whose password this home knows. */
async function withOwner(cli: Cli, made: DemoAccount): Promise<Omit<Demo, "operator">> {
  const owner = await makePerson(cli, made.account.email, ["--account", made.account.id]);
  return { ...made, account: { ...made.account, ...owner } };
}

/** Where the address has a user already (of another home on the same database), one of a new address. */
async function makePerson(cli: Cli, email: string, rest: string[]): Promise<SignIn> {
  const { password } = await type(cli, ["person", "create", "--email", email, "--make-password", ...rest]);
  if (typeof password === "string") return { email, password };
  const other = email.replace("@", `-${randomBytes(SLUG_BYTES).toString("hex")}@`);
  return makePerson(cli, other, rest);
}

async function type(cli: Cli, words: string[]): Promise<Record<string, unknown>> {
  const { root, env, stopping } = cli;
  const args = [path.join(root, CLI_MAIN), ...words, "--json"];
  const options = { cwd: root, env, timeout: CLI_LIMIT_MS, signal: stopping };
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return record(JSON.parse(stdout));
}

/** What the CLI prints of an account. */
interface DemoAccount {
  account: { id: string; email: string };
  apiKeys: { full: string; sendOnly: string };
  domain: string;
}

function accountIn(value: Record<string, unknown> | undefined): DemoAccount | undefined {
  const { account, apiKeys, domain } = value ?? {};
  if (!isObject(account) || !isObject(apiKeys) || typeof domain !== "string") return undefined;
  const { id, email } = account;
  const { full, sendOnly } = apiKeys;
  if (typeof id !== "string" || typeof email !== "string") return undefined;
  if (typeof full !== "string" || typeof sendOnly !== "string") return undefined;
  return { account: { id, email }, apiKeys: { full, sendOnly }, domain };
}

/** The demo in an object from outside; undefined when it is not one. */
export function demoIn(value: Record<string, unknown> | undefined): Demo | undefined {
  const made = accountIn(value);
  const { password } = record(value?.["account"]);
  const { email: operator, password: operatorPassword } = record(value?.["operator"]);
  if (!made || typeof password !== "string") return undefined;
  if (typeof operator !== "string" || typeof operatorPassword !== "string") return undefined;
  return {
    ...made,
    account: { ...made.account, password },
    operator: { email: operator, password: operatorPassword },
  };
}
