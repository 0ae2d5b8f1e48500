import { mkdirSync } from "node:fs";
import path from "node:path";
import { createDatabase } from "@sendex/data/database/create";
import { prepareDatabase } from "@sendex/data/database/prepare";
import { adminUrls, productPrograms, requireMains, sandboxProgram } from "./processes/apps";
import { now } from "./clock";
import { type Crew, gatherCrew } from "./processes/crew";
import { type Demo, keepDemo } from "./demo";
import { type DevJson, devJson } from "./dev-json";
import { type Addresses, productVariables, sandboxVariables } from "./environment";
import type { Witness } from "./processes/keep";
import { openLog } from "./processes/log-file";
import { warningLines } from "./warnings";
import { LOOPBACK } from "./port";
import { type Ports, choosePorts } from "./ports";
import { preparePostgres } from "./postgres/server";
import { openPublication, writeCliEnvironment } from "./publication";
import { redisProgram } from "./redis/server";
import { findRedis } from "./redis/find";
import { type Secrets, keepSecrets } from "./secrets";
import type { HomeSettings } from "./settings";

const DATABASE = "sendex";

/** A running Sendex with everything that belongs to it. */
export interface Home {
  dev: DevJson;
  stop: () => Promise<void>;
}

/** Where a start tells what it does: `step` with the milliseconds that it took, `say` anything else. */
export interface Voice {
  step: (what: string, tookMs: number) => void;
  say: (line: string) => void;
}

/**
 * Starts everything that the settings do not give: PostgreSQL, Redis, the sandbox, the API and the workers; applies
 * migrations; makes the demo account; writes dev.json (for scripts) and env.json (for the CLI). When a step fails,
 * or `stopping` is aborted, all that was started is ended again and the error thrown.
 */
export async function startHome(settings: HomeSettings, voice: Voice, stopping: AbortSignal): Promise<Home> {
  requireMains(settings.root);
  mkdirSync(settings.home, { recursive: true });
  const publication = openPublication(settings.home);
  const crew = openCrew(settings, voice, stopping, publication.refresh);
  const stop = async () => {
    publication.withdraw();
    await crew.stop();
  };
  stopping.addEventListener("abort", () => void stop(), { once: true });
  try {
    const dev = await startAll({ settings, secrets: keepSecrets(settings.home), crew, voice, stopping });
    publication.publish(dev, crew.pids);
    return { dev, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the steps of a start share. */
interface Start {
  settings: HomeSettings;
  secrets: Secrets;
  crew: Crew;
  voice: Voice;
  stopping: AbortSignal;
}

async function startAll(start: Start): Promise<DevJson> {
  const { settings } = start;
  const ports = await choosePorts(settings);
  const [databaseUrl, redisUrl] = await Promise.all([
    settings.databaseUrl ?? timed(start, "PostgreSQL", () => startPostgres(start, ports.postgres)),
    settings.redisUrl ?? timed(start, "Redis", () => startRedis(start, ports.redis)),
    settings.sesMode === "sandbox" && timed(start, "Sandbox", () => startSandbox(start, ports)),
  ]);
  await timed(start, "Migrations", () => prepareDatabase(databaseUrl, now()));
  const apiUrl = `http://${LOOPBACK}:${ports.api}`;
  const demo = await startProduct(start, apiUrl, { databaseUrl, redisUrl, ports });
  return devJson({
    apiUrl,
    smtp: { host: LOOPBACK, port: ports.smtp, tlsPort: ports["smtp-tls"] },
    sandboxUrl: settings.sesMode === "sandbox" ? `http://${LOOPBACK}:${ports.sandbox}` : undefined,
    databaseUrl,
    redisUrl,
    demo,
    pids: start.crew.pids(),
    admin: adminUrls(settings, ports),
  });
}

async function startPostgres(
  { settings, secrets, crew, voice, stopping }: Start,
  port: number,
): Promise<string> {
  const postgres = await preparePostgres({
    home: settings.home,
    name: "postgres",
    port,
    password: secrets.postgresPassword,
    durable: true,
    environment: settings.environment,
    stopping,
  });
  if (postgres.elsewhere !== undefined) {
    voice.say(`  The database lies in ${postgres.elsewhere}: its user may not enter ${settings.home}.`);
  }
  await crew.start(postgres.program);
  return createDatabase(postgres.adminUrl, DATABASE);
}

async function startRedis({ settings, crew, voice }: Start, port: number): Promise<string> {
  const { home, environment } = settings;
  const server = await findRedis(path.join(home, "redis-server"), voice.say, environment);
  const folder = path.join(home, "redis");
  await crew.start(redisProgram(server, { folder, port, durable: true, environment }));
  return `redis://${LOOPBACK}:${port}`;
}

function startSandbox({ settings, crew }: Start, ports: Ports): Promise<void> {
  return crew.start(sandboxProgram(settings, sandboxVariables(settings, ports), ports));
}

/** The workers and the API; meanwhile, as soon as the API answers, the demo account. */
async function startProduct(start: Start, apiUrl: string, addresses: Addresses): Promise<Demo> {
  const { settings, secrets, crew, stopping } = start;
  const variables = productVariables(settings, secrets, addresses);
  writeCliEnvironment(settings.home, variables);
  const { api, workers } = productPrograms(settings, variables, addresses.ports);
  const cli = { root: settings.root, env: { ...settings.environment, ...variables }, stopping };
  const started = Promise.all([
    timed(start, "Workers", () => crew.start(...workers)),
    timed(start, "API", () => crew.start(api)).then(() =>
      timed(start, "Demo account", () => keepDemo(settings.home, apiUrl, cli)),
    ),
  ]);
  return (await started)[1];
}

function openCrew(settings: HomeSettings, voice: Voice, stopping: AbortSignal, changed: () => void): Crew {
  const logs = path.join(settings.home, "logs");
  const show = (line: string) => {
    if (!stopping.aborted) voice.say(line);
  };
  const witness: Witness = {
    started: changed,
    died: ({ name }, { how }, ms) => {
      show(`${name} ${how}; starting it again in ${ms / 1000} s (log: ${path.join(logs, `${name}.log`)})`);
      changed();
    },
    back: ({ name }, pid) => show(`${name} is back (pid ${pid})`),
  };
  return gatherCrew(
    ({ name, leash }) =>
      openLog(logs, name, leash ? warningLines(name, show, () => performance.now()) : undefined),
    witness,
  );
}

/** Runs a step and tells how long it took; no further step begins once stopping. */
async function timed<Result>(start: Start, what: string, step: () => Promise<Result>): Promise<Result> {
  start.stopping.throwIfAborted();
  const began = performance.now();
  const result = await step();
  start.voice.step(what, performance.now() - began);
  return result;
}
