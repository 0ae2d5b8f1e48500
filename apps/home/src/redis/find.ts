import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { unpackRedis, unpackedRedis } from "./unpack";

/** What runs a Redis server: its own program, or a Docker engine. */
export type RedisServer =
  | { kind: "program"; command: string; env: NodeJS.ProcessEnv }
  | { kind: "docker"; command: string; image: string };

const NAMES = ["redis-server", "valkey-server"];

/** Looked into beside PATH, which a service's environment often cuts short. */
const USUAL_FOLDERS = ["/usr/local/bin", "/usr/bin", "/usr/sbin", "/opt/homebrew/bin"];

/** BullMQ asks for this version at least. */
const OLDEST: readonly [number, number] = [6, 2];

const IMAGE = "redis:7-alpine";
const DOCKER_ANSWER_MS = 4_000;
const DOCKER_PULL_MS = 120_000;

/**
 * Finds a Redis to run: one that is installed, one unpacked here before, a Docker engine, or Debian's packages
 * unpacked into `folder` (`say` is told before anything is downloaded). `environment` is the caller's.
 *
 * @throws Error with the one command to run when there is no way
 */
export async function findRedis(
  folder: string,
  say: (line: string) => void,
  environment: NodeJS.ProcessEnv,
): Promise<RedisServer> {
  return (
    installed(environment) ??
    unpacked(folder, environment) ??
    docker(say) ??
    (await download(folder, say, environment))
  );
}

function installed(environment: NodeJS.ProcessEnv): RedisServer | undefined {
  const folders = [...(environment["PATH"] ?? "").split(path.delimiter), ...USUAL_FOLDERS];
  for (const folder of folders) {
    for (const name of NAMES) {
      const command = path.join(folder, name);
      if (folder !== "" && existsSync(command) && runs(command, environment))
        return { kind: "program", command, env: {} };
    }
  }
  return undefined;
}

function unpacked(folder: string, environment: NodeJS.ProcessEnv): RedisServer | undefined {
  const found = unpackedRedis(folder);
  return found !== undefined && runs(found.command, { ...environment, ...found.env })
    ? { kind: "program", ...found }
    : undefined;
}

function docker(say: (line: string) => void): RedisServer | undefined {
  const answers = (args: string[], timeout: number) =>
    spawnSync("docker", args, { stdio: "ignore", timeout }).status === 0;
  if (!answers(["info", "--format", "{{.ID}}"], DOCKER_ANSWER_MS)) return undefined;
  if (!answers(["image", "inspect", IMAGE], DOCKER_ANSWER_MS)) {
    say(`Fetching the image ${IMAGE} …`);
    if (!answers(["pull", "--quiet", IMAGE], DOCKER_PULL_MS)) return undefined;
  }
  return { kind: "docker", command: "docker", image: IMAGE };
}

async function download(
  folder: string,
  say: (line: string) => void,
  environment: NodeJS.ProcessEnv,
): Promise<RedisServer> {
  const server = (await unpackRedis(folder, say)) ? unpacked(folder, environment) : undefined;
  if (server !== undefined) return server;
  const way = process.platform === "darwin" ? "brew install redis" : "sudo apt-get install redis-server";
  throw new Error(
    `Sendex needs Redis and found none. Run \`${way}\`, or set REDIS_URL to a Redis server of yours.`,
  );
}

function runs(command: string, env: NodeJS.ProcessEnv): boolean {
  const { status, stdout } = spawnSync(command, ["--version"], { env, encoding: "utf8" });
  const version = /v=(\d+)\.(\d+)/.exec(stdout ?? "");
  if (status !== 0 || version === null) return false;
  const [major, minor] = [Number(version[1]), Number(version[2])];
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}
