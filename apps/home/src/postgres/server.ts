import { execFile } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { endOrphan, worksIn } from "../processes/orphan";
import { type PostgresFiles, placePostgres } from "./files";
import { postgresUser } from "./user";
import type { Farewell, Program, User } from "../processes/program";

const SUPERUSER = "postgres";

/** SIGINT is PostgreSQL's "fast" shutdown, SIGQUIT its "immediate" one (recovered from the log at next start). */
const FAREWELLS: readonly Farewell[] = [
  ["SIGINT", 15_000],
  ["SIGQUIT", 5_000],
];

/** The line of postmaster.pid that holds the server's state, from 0. */
const STATE_LINE = 7;

export interface PostgresOptions {
  home: string;
  /** The data folder's name inside the home. */
  name: string;
  port: number;
  password: string;
  /** False only for tests: data need not survive a crash of the machine. */
  durable: boolean;
  /** The caller's environment; the programs are found by its PATH. */
  environment: NodeJS.ProcessEnv;
  /** Aborted when the setting up is to be given up. */
  stopping?: AbortSignal;
}

export interface Postgres {
  program: Program;
  /** The server's own database, from which others are made. */
  adminUrl: string;
  url: (database: string) => string;
  /** Where its files lie when that is not the home folder. */
  elsewhere?: string;
}

/** Sets up the data folder if there is none yet, and says how the server is run over it. */
export async function preparePostgres(options: PostgresOptions): Promise<Postgres> {
  const user = postgresUser();
  const files = placePostgres(options.home, options.name, user);
  if (!existsSync(path.join(files.data, "PG_VERSION"))) await initialise(files, options, user);
  const url = (database: string) =>
    `postgresql://${SUPERUSER}:${encodeURIComponent(options.password)}@127.0.0.1:${options.port}/${database}`;
  const postgres = { program: server(files, options, user), adminUrl: url("postgres"), url };
  return files.elsewhere === undefined ? postgres : { ...postgres, elsewhere: files.elsewhere };
}

/**
 * Text compares by byte, as the ids need, and upper and lower case are Unicode's: PostgreSQL's own C.UTF-8, which no
 * update of the operating system changes.
 */
const LOCALE = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];

/** Under another name first: what an interrupted initdb leaves looks like a database. */
async function initialise(
  files: PostgresFiles,
  options: PostgresOptions,
  user: User | undefined,
): Promise<void> {
  const draft = `${files.data}.new`;
  const password = `${files.data}.password`;
  for (const stale of [draft, files.data]) rmSync(stale, { recursive: true, force: true });
  writeFileSync(password, `${options.password}\n`, { mode: 0o600 });
  mkdirSync(draft, { mode: 0o700 });
  if (user !== undefined) for (const file of [draft, password]) chownSync(file, user.uid, user.gid);
  const args = [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${password}`,
    "--auth=scram-sha-256",
    ...LOCALE,
    "--no-instructions",
    ...(options.durable ? [] : ["--no-sync"]),
  ];
  try {
    await promisify(execFile)(files.initdb, args, {
      ...user,
      cwd: draft,
      env: environmentOf(options),
      ...(options.stopping === undefined ? {} : { signal: options.stopping }),
    });
    renameSync(draft, files.data);
  } catch (error) {
    throw new Error("The database could not be set up.", { cause: error });
  } finally {
    for (const left of [draft, password]) rmSync(left, { recursive: true, force: true });
  }
}

function server(files: PostgresFiles, options: PostgresOptions, user: User | undefined): Program {
  const settings = {
    port: String(options.port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    max_wal_size: "2GB",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(options.durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return {
    name: "postgres",
    command: files.postgres,
    args: [
      "-D",
      files.data,
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    env: environmentOf(options),
    cwd: files.data,
    leash: false,
    farewells: FAREWELLS,
    before: () => clearStale(files.data),
    ready: async (pid) => isReady(files.data, pid),
    ...(user === undefined ? {} : { user }),
  };
}

/**
 * Ends a server that an earlier start has left over this data, and removes the pid file of one that is gone: its
 * pid may by now be another process's, which the server would take for a rival.
 */
async function clearStale(data: string): Promise<void> {
  const pid = Number(pidFile(data)[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  await endOrphan(pid, data, FAREWELLS);
  if (!worksIn(pid, data)) rmSync(path.join(data, "postmaster.pid"), { force: true });
}

function isReady(data: string, pid: number): boolean {
  const lines = pidFile(data);
  return Number(lines[0]) === pid && lines[STATE_LINE]?.trim() === "ready";
}

function pidFile(data: string): string[] {
  const file = path.join(data, "postmaster.pid");
  return existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
}

/** Nothing else of the caller's: PG* variables would change what the programs do. */
function environmentOf({ environment }: PostgresOptions): NodeJS.ProcessEnv {
  return { PATH: environment["PATH"], LC_ALL: "C", TZ: "UTC" };
}
