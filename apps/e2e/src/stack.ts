/** Longer than 250 lines: the one owner of everything that a test starts, so that one `close` ends all of it. */
import { randomBytes } from "node:crypto";
import { type ApiClient, openClient } from "./api-client";
import { type Child, type Exit, endChild, runMain, startChild } from "./child";
import { type Database, openDatabase } from "./database";
import { eventually } from "./eventually";
import { freePort } from "./port";
import { type Undo, openUndo, undoAll } from "./undo";
import { type OwnRedis, claimRedis } from "./redis";
import { type Receiver, startReceiver } from "./receiver";
import { type Relay, startRelay } from "./relay";
import { type Sandbox, openSandbox } from "./sandbox";
import { startSandbox, SYSTEM_DOMAIN } from "./sandbox-process";
import { type TcpProxy, startProxy } from "./tcp-proxy";

/** What runs beside the sandbox, by the names that dev.json and the logs use. */
export const MAINS = {
  api: "apps/api/dist/main.js",
  "send-worker": "apps/worker/dist/send.js",
  "webhook-worker": "apps/worker/dist/deliver.js",
  "events-worker": "apps/worker/dist/ingest.js",
  scheduler: "apps/worker/dist/schedule.js",
  smtp: "apps/smtp/dist/main.js",
} as const;
export type ProcessName = keyof typeof MAINS;
/** Those that every stack has. */
export const PROCESSES = (Object.keys(MAINS) as ProcessName[]).filter((name) => name !== "smtp");

export interface StackOptions {
  /** Default 0.05: a 30 s retry after 1.5 s, and 6 s for SES's evidence, so that a busy machine is not taken for a broken one. */
  retryTimeScale?: number;
  /** Put over the environment of every process. */
  env?: Record<string, string>;
  /** PostgreSQL and Redis are reached through proxies that can be cut. */
  proxied?: boolean;
  /** With the SMTP process. */
  smtp?: boolean;
  /** Times the time-outs towards PostgreSQL (1): where nothing happens to it, a busy machine is waited for. */
  patience?: number;
  /** In place of a database of the shared PostgreSQL, or of a logical one of the shared Redis. */
  openDatabase?: () => Promise<Database>;
  openRedis?: () => Promise<OwnRedis>;
}

export interface Tenant {
  accountId: string;
  domain: string;
  apiKeys: { full: string; sendOnly: string };
  client: ApiClient;
}

/** The whole system as real processes, on a database, a Redis and a sandbox of its own. */
export interface Stack {
  apiUrl: string;
  /** Of the SMTP process, which takes keys in clear, where there is one. */
  smtpPort: number;
  /** Loopback address of /healthz, /readyz and /metrics. */
  adminUrl(name: ProcessName): string;
  /** An account that is there from the beginning, with a webhook to `receiver`. */
  tenant: Tenant;
  webhook: { id: string; secret: string };
  receiver: Receiver;
  relay: Relay;
  sandbox: Sandbox;
  database: Database;
  redis: OwnRedis;
  /** Present when `proxied`. */
  proxies: { postgres: TcpProxy; redis: TcpProxy } | undefined;
  /** What every process was told; secrets included. */
  env: Record<string, string>;
  createAccount(): Promise<Tenant>;
  /** Runs an operator's command; what it answers. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each command has its own answer
  cli(...command: string[]): Promise<any>;
  start(name: ProcessName): Promise<void>;
  /** Starts it with this FAIL_AT; resolves once the fail-point has struck: gone, or with `:stop` standing still. */
  startToFail(name: ProcessName, failAt: string): Promise<void>;
  /** Starts one more of a kind, ready when this resolves; it ends with the stack at the latest. */
  add(name: ProcessName): Promise<Child>;
  /** SIGTERM, and its exit. */
  stop(name: ProcessName): Promise<Exit>;
  /** Sends a signal; resolves once the process is gone where the signal is one that ends it. */
  kill(name: ProcessName, signal: "SIGKILL" | "SIGSTOP" | "SIGCONT"): Promise<void>;
  /** Processes that ended without having been told to. */
  crashed(): ProcessName[];
  /** Lines that a process (all its lives) wrote. */
  lines(name: ProcessName): string[];
  close(): Promise<void>;
}

const START_MS = 90_000;
/** From a start to its fail-point. */
const STRIKE_MS = 60_000;
const CLI_MAIN = "apps/operator/dist/main.js";
const LOCAL = "127.0.0.1";

/** Starts everything and waits until it is ready. What was started is ended again when that fails. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const undo = openUndo();
  try {
    return await start(options, undo);
  } catch (error) {
    await undoAll(undo);
    throw error;
  }
}

async function start(options: StackOptions, undo: Undo[]): Promise<Stack> {
  const { retryTimeScale = 0.05, proxied = false, patience = 1 } = options;
  const ports = await takePorts();
  const database = await (options.openDatabase ?? openDatabase)();
  undo.push(database.close);
  const redis = await (options.openRedis ?? claimRedis)();
  undo.push(redis.close);
  const proxies = proxied ? await openProxies(database, redis) : undefined;
  if (proxies) undo.push(proxies.postgres.close, proxies.redis.close);
  const logs = new Map<string, string[]>();
  const linesOf = (name: string): string[] => {
    const lines = logs.get(name) ?? [];
    logs.set(name, lines);
    return lines;
  };
  const sandbox = await startSandbox(retryTimeScale, linesOf("sandbox"), undo);
  const env: Record<string, string> = {
    ...secrets(),
    DATABASE_URL: proxies ? through(database.url, proxies.postgres) : database.url,
    REDIS_URL: proxies ? through(redis.url, proxies.redis) : redis.url,
    HOST: LOCAL,
    PORT: String(ports.public),
    SMTP_PORT: String(ports.smtp),
    PUBLIC_SMTP: `${LOCAL}:${ports.smtp}`,
    SMTP_ALLOW_CLEAR: "true",
    PUBLIC_URL: `http://${LOCAL}:${ports.public}`,
    SES_MODE: "sandbox",
    SES_CONFIG_SET: "sendex",
    SANDBOX_URL: sandbox.url,
    SANDBOX_TRUST_ROOT: sandbox.trustRoot,
    SANDBOX_TOPIC_ARN: sandbox.topicArn,
    SYSTEM_FROM: `Sendex <hello@${SYSTEM_DOMAIN}>`,
    DNS_SERVERS: `${LOCAL}:${sandbox.dnsPort}`,
    RATE_LIMIT_PER_MINUTE: "1000000",
    RETRY_TIME_SCALE: String(retryTimeScale),
    DATABASE_PATIENCE: String(patience),
    WEBHOOK_ALLOW_LOCAL: "true",
    LOG_LEVEL: "debug",
    // As in the image.
    MALLOC_MMAP_THRESHOLD_: "1048576",
    ...options.env,
  };
  const apiUrl = `http://${LOCAL}:${ports.public}`;
  const adminUrl = (name: ProcessName) => `http://${LOCAL}:${ports.admin[name]}`;
  const kept: ProcessName[] = options.smtp ? [...PROCESSES, "smtp"] : PROCESSES;
  const children = new Map<ProcessName, Child>();
  const told = new Set<ProcessName>();
  const launch = (name: ProcessName, more: Record<string, string> = {}): Child => {
    const own = { ...env, ADMIN_PORT: String(ports.admin[name]), ...more };
    const child = startChild(MAINS[name], own, linesOf(name));
    children.set(name, child);
    told.delete(name);
    return child;
  };
  const startOne = (name: ProcessName) => untilReady(name, launch(name), adminUrl(name), linesOf(name));
  const add = async (name: ProcessName): Promise<Child> => {
    const port = await freePort();
    const lines = linesOf(name);
    const child = startChild(
      MAINS[name],
      { ...env, PORT: "0", SMTP_PORT: "0", ADMIN_PORT: String(port) },
      lines,
    );
    undo.push(() => endChild(child));
    await untilReady(name, child, `http://${LOCAL}:${port}`, lines);
    return child;
  };
  undo.push(async () => Promise.all([...children.values()].map(endChild)));
  const receiver = await startReceiver();
  const relay = await startRelay(`${apiUrl}/api/ses-notifications`);
  undo.push(receiver.close, relay.close);
  const cli: Stack["cli"] = async (...command) =>
    JSON.parse(await runMain(CLI_MAIN, [...command, "--json"], env));
  const createAccount = async (): Promise<Tenant> => {
    // Nobody is invited: that mail would be counted among what a test sends.
    const made = await cli("account", "create", "--make-password");
    const { account, apiKeys, domain } = made;
    return { accountId: account.id, domain, apiKeys, client: openClient(apiUrl, apiKeys.full, domain) };
  };
  const [tenant] = await Promise.all([createAccount(), ...kept.map(startOne)]);
  await database.rows(GOOD_PAST, [tenant.accountId]);
  const control = openSandbox(sandbox.url);
  await control.sns({ notifyUrl: relay.url });
  const webhook = await tenant.client.webhook(`${receiver.url}/`);
  await eventually(async () => {
    if (!(await control.isSubscribed())) throw new Error("the SNS subscription was not confirmed");
  });
  return {
    ...{
      apiUrl,
      smtpPort: ports.smtp,
      adminUrl,
      tenant,
      webhook,
      receiver,
      relay,
      database,
      redis,
      proxies,
      env,
      createAccount,
      cli,
    },
    sandbox: control,
    start: startOne,
    add,
    async startToFail(name, failAt) {
      const before = linesOf(name).length;
      const child = launch(name, { FAIL_AT: failAt });
      told.add(name);
      await untilStruck(child, () => linesOf(name).slice(before));
    },
    async stop(name) {
      told.add(name);
      return endChild(running(children, name));
    },
    async kill(name, signal) {
      if (signal === "SIGKILL") told.add(name);
      await kill(running(children, name), signal);
    },
    crashed: () => kept.filter((name) => !told.has(name) && running(children, name).hasExited()),
    lines: (name) => [...linesOf(name)],
    close: () => undoAll(undo),
  };
}

/** The tenant of all tests of a stack has sent so much that what bounces in some of them does not suspend it for the others. */
const GOOD_PAST = `
INSERT INTO statistics (account_id, hour, mode, event, domain, tag, template, tier, count)
VALUES ($1, date_trunc('hour', now()), 'live', 'sent', 'a.example', '', '', 'new', 1000000)`;

interface Ports {
  public: number;
  smtp: number;
  admin: Record<ProcessName, number>;
}

async function takePorts(): Promise<Ports> {
  return {
    public: await freePort(),
    smtp: await freePort(),
    admin: {
      api: await freePort(),
      "send-worker": await freePort(),
      "webhook-worker": await freePort(),
      "events-worker": await freePort(),
      scheduler: await freePort(),
      smtp: await freePort(),
    },
  };
}

async function openProxies(
  database: Database,
  redis: OwnRedis,
): Promise<{ postgres: TcpProxy; redis: TcpProxy }> {
  const [postgres, line] = await Promise.all([
    startProxy(placeOf(database.url)),
    startProxy(placeOf(redis.url)),
  ]);
  return { postgres, redis: line };
}

function placeOf(url: string): { host: string; port: number } {
  const { hostname: host, port } = new URL(url);
  return { host, port: Number(port) };
}

function through(url: string, { port }: TcpProxy): string {
  const changed = new URL(url);
  changed.hostname = LOCAL;
  changed.port = String(port);
  return changed.href;
}

function secrets(): Record<string, string> {
  return {
    ENCRYPTION_KEYS: `e2e:${randomBytes(32).toString("base64")}`,
    KEY_PEPPER: randomBytes(24).toString("base64url"),
  };
}

async function untilReady(name: ProcessName, child: Child, adminUrl: string, lines: string[]): Promise<void> {
  await eventually(
    async () => {
      if (child.hasExited()) return;
      const { status } = await fetch(`${adminUrl}/readyz`);
      if (status !== 200) throw new Error(`${name} is not ready\n${lines.slice(-20).join("\n")}`);
    },
    { within: START_MS },
  );
  if (child.hasExited()) throw new Error(`${name} ended instead of starting\n${lines.slice(-20).join("\n")}`);
}

async function untilStruck(child: Child, lines: () => string[]): Promise<void> {
  const struck = () => lines().find((text) => text.includes("a fail-point strikes"));
  const shown = () => lines().slice(-20).join("\n");
  await eventually(
    () => {
      if (!struck()?.includes("SIGSTOP") && !child.hasExited())
        throw new Error(`the fail-point was not passed\n${shown()}`);
    },
    { within: STRIKE_MS },
  );
  if (struck() === undefined) throw new Error(`it ended before its fail-point\n${shown()}`);
}

function running(children: Map<ProcessName, Child>, name: ProcessName): Child {
  const child = children.get(name);
  if (!child) throw new Error(`${name} was never started`);
  return child;
}

async function kill(child: Child, signal: NodeJS.Signals): Promise<void> {
  child.signal(signal);
  if (signal === "SIGKILL") await child.exited;
}
