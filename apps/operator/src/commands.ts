import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseAddress, parseDomain } from "@sendex/core/accepting/address";
import { PERMISSIONS, type Permission } from "@sendex/core/access";
import { newId } from "@sendex/crypto/token";
import { findAccount, listAccounts } from "@sendex/data/accounts/accounts";
import { areVerified } from "@sendex/data/domains";
import { createAccount, createKey } from "@sendex/pipeline/accounts/create";
import { redrive } from "@sendex/pipeline/reports/redrive";
import { revokeKey } from "@sendex/pipeline/access/revoke-key";
import { actor } from "./actor";
import { ACCOUNT_COMMANDS } from "./accounts";
import { required, UsageError } from "./arguments";
import type { Command, Desk } from "./command";
import { CONTENT_COMMANDS } from "./account-content";
import { EXPORT_COMMANDS } from "./account-export";
import { CREDIT_COMMANDS } from "./credits";
import { DEAD_LETTER_COMMANDS } from "./dead-letters";
import { DOMAIN_COMMANDS } from "./domains";
import { ERASURE_COMMANDS } from "./erasure";
import { LEDGER_COMMANDS } from "./ledger";
import { MASTER_KEY_COMMANDS } from "./master-key";
import { paceList } from "./pace-list";

/** Every command by the words that call it. */
export const COMMANDS: Record<string, Command> = {
  "database prepare": {
    usage: "database prepare [--json]",
    about: "Applies the migrations and makes the partitions; before each new version's first start.",
    run: async ({ prepareDatabase }) => ({ applied: await prepareDatabase() }),
  },
  "account create": {
    usage: "account create [--email ADDRESS] [--domain DOMAIN] [--json]",
    about: "Makes an account with a verified domain and two keys, which are shown only here.",
    run: accountCreate,
  },
  "account list": { usage: "account list [--json]", about: "Lists the accounts.", run: accountList },
  "key create": {
    usage:
      "key create --account ID|EMAIL --permission full|send_only [--mode live|test] [--domain DOMAIN] [--name NAME] [--rate N] [--json]",
    about:
      "Makes an API key, which is shown only here; with --domain it sends from that domain alone, with --mode test to the sandbox alone.",
    run: keyCreate,
  },
  "key revoke": {
    usage: "key revoke KEY_ID [--json]",
    about: "Revokes a key, from the next request on.",
    run: keyRevoke,
  },
  "notifications redrive": {
    usage: "notifications redrive [--file FILE] [--json]",
    about:
      "Takes in SES notifications that SNS gave up on, one JSON a line as its dead-letter queue has them, from FILE or standard input. Safe to repeat.",
    run: ({ context }, flags) => redrive(context, linesOf(flags.get("file")), actor()),
  },
  "pace list": {
    usage: "pace list [--json]",
    about: "Lists the destination domains that mail goes to slower for now, with what was learnt of each.",
    run: ({ context }) => paceList(context),
  },
  ...ACCOUNT_COMMANDS,
  ...CONTENT_COMMANDS,
  ...EXPORT_COMMANDS,
  ...ERASURE_COMMANDS,
  ...CREDIT_COMMANDS,
  ...MASTER_KEY_COMMANDS,
  ...DOMAIN_COMMANDS,
  ...DEAD_LETTER_COMMANDS,
  ...LEDGER_COMMANDS,
};

function linesOf(file: string | undefined): AsyncIterable<string> {
  const input = file === undefined ? process.stdin : createReadStream(file);
  return createInterface({ input, crlfDelay: Infinity });
}

async function accountCreate(desk: Desk, flags: Map<string, string>): Promise<object> {
  const slug = newId("x", desk.context.clock()).slice(-10);
  const email = parseAddress(flags.get("email") ?? `owner-${slug}@sendex.test`);
  const domain = parseDomain(flags.get("domain") ?? `${slug}.sendex.test`);
  if (email === undefined) throw new UsageError("--email is not an e-mail address.");
  if (domain === undefined) throw new UsageError("--domain is not a domain name.");
  if (await findAccount(desk.context.data, email))
    throw new UsageError(`There is an account for ${email} already.`);
  await desk.verifyDomain?.(domain);
  return createAccount(desk.context, { email, domain, by: actor() });
}

async function accountList(desk: Desk): Promise<object> {
  return { data: await listAccounts(desk.context.data) };
}

async function keyCreate(desk: Desk, flags: Map<string, string>): Promise<object> {
  const account = await findAccount(desk.context.data, required(flags, "account"));
  if (!account) throw new UsageError("There is no such account.");
  const permission = readPermission(required(flags, "permission"));
  const scope = flags.get("domain");
  const domain = scope === undefined ? undefined : parseDomain(scope);
  if (scope !== undefined && domain === undefined) throw new UsageError("--domain is not a domain name.");
  const domains = domain === undefined ? [] : [domain];
  const asked = domains.map((name) => ({ accountId: account.id, name }));
  if ((await areVerified(desk.context.data, asked)).includes(false))
    throw new UsageError(`${domain} is not a verified domain of this account.`);
  const rate = flags.get("rate");
  const rateLimit = rate === undefined ? undefined : Number(rate);
  if (rateLimit !== undefined && !(Number.isInteger(rateLimit) && rateLimit > 0))
    throw new UsageError("--rate is a whole number of requests a minute.");
  const mode = flags.get("mode") ?? "live";
  if (mode !== "live" && mode !== "test") throw new UsageError("--mode is live or test.");
  const name = flags.get("name") ?? permission;
  const limit = rateLimit === undefined ? {} : { rateLimit };
  const { id, key } = await createKey(
    desk.context,
    { accountId: account.id, permission, name, mode, domains, ...limit },
    actor(),
  );
  return { id, key, account: account.id, mode, permission, domains };
}

async function keyRevoke(desk: Desk, _flags: Map<string, string>, [id]: string[]): Promise<object> {
  if (id === undefined) throw new UsageError("Which key? Give its id, key_….");
  if (!(await revokeKey(desk.context, id, { by: actor() })))
    throw new UsageError("There is no such key, or it was revoked before.");
  return { id, revoked: true };
}

function readPermission(text: string): Permission {
  const permission = PERMISSIONS.find((known) => known === text);
  if (!permission) throw new UsageError(`--permission is one of ${PERMISSIONS.join(", ")}.`);
  return permission;
}
