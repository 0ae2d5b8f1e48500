import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { Redis } from "ioredis";
import { openContext, type OpenedContext } from "@sendex/boot/context";
import { openLog } from "@sendex/boot/log";
import { openMeters } from "@sendex/boot/meters";
import { readSettings } from "@sendex/boot/settings";
import { createDatabase } from "@sendex/data/database/create";
import { prepareDatabase } from "@sendex/data/database/prepare";
import { createAccount, createKey } from "@sendex/pipeline/accounts/create";
import { openClosing, type Closing } from "./closing";
import { startDns } from "./dns";
import { type Helper, startHelper } from "./helper";
import { logged, type Program, startProgram } from "./program";
import { SENDER_DOMAIN } from "../mails/sample-mail";
import { TOPIC_ARN, TRUST_ROOT } from "./sns";

/** The database and the queue server, started for the bench alone. */
export interface Services {
  /** An administrator's connection to PostgreSQL. */
  adminUrl: string;
  redisUrl: string;
}

/** An account, with a key whose own rate limit is never met. */
export interface Tenant {
  accountId: string;
  /** Its verified sending domain. */
  domain: string;
  apiKey: string;
}

/** Everything comparisons share: one installation of the product on this machine, with one account. */
export interface Rig {
  databaseUrl: string;
  redisUrl: string;
  redis: Redis;
  context: OpenedContext["context"];
  /** The API's port. */
  apiPort: number;
  tenant: Tenant;
  /** Makes one account more. */
  addTenant(name: string): Promise<Tenant>;
  ses: { helper: Helper; url: string };
  load: Helper;
  /** Starts another of the product's processes, below apps/; ended with the rig at the latest. */
  start(name: string, file: string, extra?: Record<string, string>): Program;
  /** Starts an API and waits until it listens. */
  startApi(name: string, extra?: Record<string, string>): Promise<{ program: Program; port: number }>;
  /** Starts one of our own processes; ended with the rig at the latest. */
  help(module: string): Helper;
  /** A second installation on the same services, with a database of its own; who opens it closes it. */
  another(name: string): Promise<Rig>;
  close(): Promise<void>;
}

/** Slots of one send worker, and of each floor's. The product's default. */
export const SEND_CONCURRENCY = 50;
const RATE_LIMIT = 1_000_000_000;

/** Opens it below `folder`. On a rejection, and on close, everything that it started is ended, the last first. */
export async function openRig(services: Services, folder: string, database = "sendex"): Promise<Rig> {
  const closing = openClosing();
  try {
    return await assemble({ services, folder, database, closing });
  } catch (error) {
    await closing.close();
    throw error;
  }
}

interface Ground {
  services: Services;
  folder: string;
  database: string;
  closing: Closing;
}

async function assemble({ services, folder, database, closing }: Ground): Promise<Rig> {
  mkdirSync(folder, { recursive: true });
  const help = (module: string) => closing.add(startHelper(module), (helper) => helper.end());
  const databaseUrl = await createDatabase(services.adminUrl, database);
  const ses = help("ses/stand-in");
  const { port } = await ses.ask<{ port: number }>("open");
  const dns = closing.add(await startDns(), (server) => server.close());
  const url = `http://127.0.0.1:${port}`;
  const env = environment({ databaseUrl, redisUrl: services.redisUrl, sesUrl: url, dns: dns.address });
  const { context } = closing.add(await openOwnContext(env), (opened) => opened.close());
  await prepareDatabase(databaseUrl, context.clock());
  const redis = closing.add(new Redis(services.redisUrl), (connection) => connection.disconnect());
  const start: Rig["start"] = (name, file, extra = {}) =>
    closing.add(startProgram({ name, file, env: { ...env, ...extra }, folder }), (program) => program.end());
  const startApi: Rig["startApi"] = async (name, extra) => {
    const program = start(name, "api/dist/main.js", extra);
    const listening = await logged(program, "listening");
    return { program, port: Number(new URL(String(listening["url"])).port) };
  };
  return {
    databaseUrl,
    redisUrl: services.redisUrl,
    redis,
    context,
    apiPort: (await startApi("api")).port,
    tenant: await createTenant(context, "bench"),
    addTenant: (name) => createTenant(context, name),
    ses: { helper: ses, url },
    load: help("load/main"),
    start,
    startApi,
    help,
    another: (name) => openRig(services, path.join(folder, name), `${database}_${name}`),
    close: () => closing.close(),
  };
}

interface Surroundings {
  databaseUrl: string;
  redisUrl: string;
  sesUrl: string;
  dns: string;
}

/** The whole environment of the product's processes; everything that is not here is at its default. */
function environment({ databaseUrl, redisUrl, sesUrl, dns }: Surroundings): Record<string, string> {
  return {
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    HOST: "127.0.0.1",
    PORT: "0",
    ADMIN_PORT: "0",
    SES_MODE: "sandbox",
    SES_CONFIG_SET: "sendex",
    SANDBOX_URL: sesUrl,
    SANDBOX_TRUST_ROOT: TRUST_ROOT,
    SANDBOX_TOPIC_ARN: TOPIC_ARN,
    DNS_SERVERS: dns,
    ENCRYPTION_KEYS: `bench:${randomBytes(32).toString("base64")}`,
    KEY_PEPPER: randomBytes(32).toString("base64"),
    SEND_CONCURRENCY: String(SEND_CONCURRENCY),
    // Our receivers of webhooks are on this machine.
    WEBHOOK_ALLOW_LOCAL: "yes",
  };
}

function openOwnContext(env: Record<string, string>): Promise<OpenedContext> {
  const settings = readSettings(env, "cli");
  const log = openLog({ level: "warn", name: "bench", destination: process.stderr });
  return openContext({ settings, name: "bench", log, meters: openMeters().meters });
}

async function createTenant(context: Rig["context"], name: string): Promise<Tenant> {
  const domain = name === "bench" ? SENDER_DOMAIN : `${name}.${SENDER_DOMAIN}`;
  const { account } = await createAccount(context, { email: `${name}@example.com`, domain });
  const accountId = account.id;
  const input = { accountId, permission: "full", name, rateLimit: RATE_LIMIT } as const;
  return { accountId, domain, apiKey: (await createKey(context, input)).key };
}
