import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createDatabase, databaseExists } from "@sendex/data/database/create";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type Crew, gatherCrew } from "../src/processes/crew";
import { openLog } from "../src/processes/log-file";
import { freePort } from "../src/port";
import { type Postgres, preparePostgres } from "../src/postgres/server";
import type { Program } from "../src/processes/program";
import { redisProgram } from "../src/redis/server";
import { findRedis } from "../src/redis/find";
import { launch } from "../src/processes/running";
import { eventually, isRunning } from "./eventually";

const HOST = "127.0.0.1";
const HOME = process.env["SENDEX_HOME"] ?? path.resolve(__dirname, "../../../.sendex");

let folder: string;
let crew: Crew;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "servers-"));
  // PostgreSQL's own user must get in, where we are root.
  chmodSync(folder, 0o755);
  crew = newCrew();
});

afterEach(async () => {
  await crew.stop();
  rmSync(folder, { recursive: true });
});

describe("PostgreSQL", () => {
  it("keeps its data when it is killed, and comes back by itself", async () => {
    const postgres = await start();
    await createDatabase(postgres.adminUrl, "kept");
    const killed = kill("postgres");
    await eventually(() => crew.pids()["postgres"] !== killed && exists(postgres, "kept"));
  });

  it("lets nobody in without the password", async () => {
    const { adminUrl } = await start();
    const wrong = new URL(adminUrl);
    wrong.password = "guess";
    await expect(databaseExists(wrong.href, "postgres")).rejects.toThrow(/password authentication failed/);
  });

  it("starts over the pid file of a crash, whoever has that pid by now", async () => {
    const postgres = await start();
    await crew.stop();
    writeFileSync(
      path.join(postgres.program.cwd, "postmaster.pid"),
      `${process.pid}\n${postgres.program.cwd}\n`,
    );
    crew = newCrew();
    await crew.start(postgres.program);
    expect(await exists(postgres, "postgres")).toBe(true);
    expect(isRunning(process.pid)).toBe(true);
  });

  it("ends a server that an earlier start has left over its data", async () => {
    const postgres = await prepare();
    const left = launch(postgres.program, () => undefined);
    await eventually(() => exists(postgres, "postgres"));
    await crew.start(postgres.program);
    expect(left.hasEnded()).toBe(true);
    expect(await exists(postgres, "postgres")).toBe(true);
  });
});

describe("Redis", () => {
  it("keeps what was written when it is killed, and evicts nothing", async () => {
    const port = await freePort(HOST);
    await crew.start(await redis(port));
    expect(await ask(port, "SET kept yes")).toBe("+OK");
    const killed = kill("redis");
    await eventually(async () => {
      const back = crew.pids()["redis"] !== killed;
      return back && (await ask(port, "GET kept").catch(() => "")) === "$3\r\nyes";
    });
    expect(await ask(port, "CONFIG GET maxmemory-policy")).toContain("noeviction");
  });
});

async function start(): Promise<Postgres> {
  const postgres = await prepare();
  await crew.start(postgres.program);
  return postgres;
}

async function prepare(): Promise<Postgres> {
  const port = await freePort(HOST);
  const options = { home: folder, name: "pg", port, password: "secret", durable: false };
  return preparePostgres({ ...options, environment: process.env });
}

async function redis(port: number): Promise<Program> {
  const server = await findRedis(path.join(HOME, "redis-server"), () => undefined, process.env);
  const options = { folder: path.join(folder, "redis"), port, durable: true };
  return redisProgram(server, { ...options, environment: process.env });
}

function newCrew(): Crew {
  const ignore = () => undefined;
  return gatherCrew(({ name }) => openLog(folder, name), { started: ignore, died: ignore, back: ignore });
}

function kill(name: string): number {
  const pid = crew.pids()[name] ?? 0;
  process.kill(pid, "SIGKILL");
  return pid;
}

function exists(postgres: Postgres, name: string): Promise<boolean> {
  return databaseExists(postgres.adminUrl, name).catch(() => false);
}

/** One command in Redis' inline form; its answer without the last line end. */
function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: HOST, port });
    socket.once("error", reject);
    socket.once("data", (answer) => {
      socket.destroy();
      resolve(answer.toString("utf8").trim());
    });
    socket.write(`${command}\r\n`);
  });
}
