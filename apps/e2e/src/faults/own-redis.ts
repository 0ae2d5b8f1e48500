import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Redis } from "ioredis";
import { findRedis, type RedisServer } from "@sendex/home/redis/find";
import { redisProgram } from "@sendex/home/redis/server";
import { ENVIRONMENT, variable } from "../environment";
import { freePort } from "../port";
import type { OwnRedis } from "../redis";
import { type Server, openServer } from "./server";

/** A Redis server of a row's own, on disk as a real installation has it, whose process may be killed or stopped. */
export interface RedisProcess extends OwnRedis {
  server: Server;
  /** Dead at once, and back without anything it held. */
  restartEmpty(): Promise<void>;
  /** As redis.conf has it; 0: no limit. */
  setMemoryLimit(bytes: number): Promise<void>;
}

const PREFIX = "sendex";

export async function startRedisProcess(): Promise<RedisProcess> {
  const found = await findRedisProgram();
  const folder = await mkdtemp(path.join(os.tmpdir(), "sendex-redis-"));
  const port = await freePort();
  const options = { folder: path.join(folder, "data"), port, durable: true, environment: ENVIRONMENT };
  const server = openServer(redisProgram(found, options));
  await server.start();
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url);
  client.on("error", () => undefined);
  return {
    url,
    server,
    async restartEmpty() {
      await server.kill();
      await rm(path.join(folder, "data", "appendonlydir"), { recursive: true, force: true });
      await server.start();
    },
    setMemoryLimit: async (bytes) => void (await client.config("SET", "maxmemory", String(bytes))),
    flush: async () => void (await client.flushall()),
    waiting: (queue) => client.llen(`${PREFIX}:${queue}:wait`),
    async close() {
      client.disconnect();
      await server.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Undefined where Redis runs in Docker only: signals to its client are not signals to the server. */
async function findRedisProgram(): Promise<RedisServer & { kind: "program" }> {
  const found = await findRedis(variable("TEST_REDIS_FOLDER"), () => undefined, ENVIRONMENT);
  if (found.kind !== "program") throw new Error("Redis runs in Docker here, where signals do not reach it.");
  return found;
}
