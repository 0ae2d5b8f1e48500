import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { endOrphan } from "../processes/orphan";
import type { Farewell, Program } from "../processes/program";
import type { RedisServer } from "./find";

const FAREWELLS: readonly Farewell[] = [["SIGTERM", 10_000]];
const ANSWER_MS = 500;
const DOCKER_STOP_MS = 15_000;
const DOCKER_PORT = 6379;

export interface RedisOptions {
  /** Its data folder; made if missing. */
  folder: string;
  port: number;
  /** False only for tests: nothing is kept. */
  durable: boolean;
  /** The caller's environment. */
  environment: NodeJS.ProcessEnv;
}

/** How a Redis is run on loopback as BullMQ needs it: nothing evicted, every second's writes on disk. */
export function redisProgram(server: RedisServer, options: RedisOptions): Program {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  return server.kind === "docker" ? inDocker(server, options) : onMachine(server, options);
}

function onMachine(server: RedisServer & { kind: "program" }, options: RedisOptions): Program {
  const pidFile = path.join(options.folder, "redis.pid");
  const place = ["--port", String(options.port), "--bind", "127.0.0.1", "--dir", options.folder];
  return {
    name: "redis",
    command: server.command,
    args: [...place, ...settings(options)],
    env: { PATH: options.environment["PATH"], LC_ALL: "C", ...server.env },
    cwd: options.folder,
    leash: false,
    farewells: FAREWELLS,
    before: async () => {
      if (existsSync(pidFile))
        await endOrphan(Number(readFileSync(pidFile, "utf8")), options.folder, FAREWELLS);
      rmSync(pidFile, { force: true });
    },
    ready: async (pid) => {
      if (!(await answers(options.port))) return false;
      writeFileSync(pidFile, String(pid));
      return true;
    },
  };
}

function inDocker(server: RedisServer & { kind: "docker" }, options: RedisOptions): Program {
  const name = `sendex-redis-${createHash("sha256").update(options.folder).digest("hex").slice(0, 12)}`;
  const publish = ["--publish", `127.0.0.1:${options.port}:${DOCKER_PORT}`];
  const owner =
    process.getuid === undefined ? [] : ["--user", `${process.getuid()}:${process.getgid?.() ?? 0}`];
  const run = ["run", "--rm", "--name", name, ...publish, ...owner, "--volume", `${options.folder}:/data`];
  return {
    name: "redis",
    command: server.command,
    args: [...run, server.image, "redis-server", "--dir", "/data", ...settings(options)],
    env: options.environment,
    cwd: options.folder,
    leash: false,
    farewells: FAREWELLS,
    before: async () => {
      spawnSync(server.command, ["rm", "--force", name], { stdio: "ignore", timeout: DOCKER_STOP_MS });
    },
    ready: () => answers(options.port),
  };
}

function settings(options: RedisOptions): string[] {
  const kept = options.durable
    ? ["--appendonly", "yes", "--appendfsync", "everysec"]
    : ["--appendonly", "no"];
  return ["--save", "", "--maxmemory-policy", "noeviction", "--daemonize", "no", ...kept];
}

/** Whether a Redis on this port answers PING with PONG (not while it still loads its data). */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    const done = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(ANSWER_MS, () => done(false));
    socket.once("error", () => done(false));
    socket.once("data", (data) => done(data.toString("latin1").startsWith("+PONG")));
    socket.write("PING\r\n");
  });
}
