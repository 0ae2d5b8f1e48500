import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { gatherCrew } from "./processes/crew";
import { openLog } from "./processes/log-file";
import { freePorts } from "./port";
import { preparePostgres } from "./postgres/server";
import { redisProgram } from "./redis/server";
import { findRedis } from "./redis/find";

/** Names of the folders of one run end in the pid of the process that started it. */
const RUN_FOLDER = /^(postgres|redis|logs)-(\d+)$/;

export interface TestServices {
  /** An administrator's connection, from which tests make databases of their own. */
  adminUrl: string;
  redisUrl: string;
  stop: () => Promise<void>;
}

export interface TestServicesOptions {
  folder: string;
  /** Where a downloaded Redis lies. */
  redisFolder: string;
  say: (line: string) => void;
  /** Writes to disk as a real installation does. */
  durable: boolean;
  environment: NodeJS.ProcessEnv;
}

/**
 * Starts a PostgreSQL and a Redis for one run of tests or measurements, in folders of its own below `folder`, on
 * free ports. Their folders go when they are stopped, or at the next run if this process is killed.
 */
export async function startTestServices(options: TestServicesOptions): Promise<TestServices> {
  const { folder, redisFolder, say, durable, environment } = options;
  mkdirSync(folder, { recursive: true });
  removeLeftovers(folder);
  const run = String(process.pid);
  const ports = await freePorts("127.0.0.1", { postgres: 0, redis: 0 });
  const password = randomBytes(18).toString("base64url");
  const postgres = await preparePostgres({
    home: folder,
    name: `postgres-${run}`,
    port: ports.postgres,
    password,
    durable,
    environment,
  });
  removeLeftovers(path.dirname(postgres.program.cwd));
  const server = await findRedis(redisFolder, say, environment);
  const redis = redisProgram(server, {
    folder: path.join(folder, `redis-${run}`),
    port: ports.redis,
    durable,
    environment,
  });
  const crew = gatherCrew((program) => openLog(path.join(folder, `logs-${run}`), program.name), {
    started: () => undefined,
    died: (program, end, ms) => say(`${program.name} ${end.how}; starting it again in ${ms / 1000} s`),
    back: () => undefined,
  });
  const stop = async () => {
    await crew.stop();
    const folders = [postgres.program.cwd, redis.cwd, path.join(folder, `logs-${run}`)];
    for (const used of folders) rmSync(used, { recursive: true, force: true });
  };
  try {
    await crew.start(postgres.program, redis);
  } catch (error) {
    await stop();
    throw error;
  }
  return { adminUrl: postgres.adminUrl, redisUrl: `redis://127.0.0.1:${ports.redis}`, stop };
}

/** Removes the folders of runs whose process is gone. */
function removeLeftovers(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const pid = Number(RUN_FOLDER.exec(name)?.[2] ?? process.pid);
    if (!isRunning(pid)) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
