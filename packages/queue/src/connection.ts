import { Redis, type RedisOptions } from "ioredis";
import type { Log } from "@sendex/core/ports";
import { bounded } from "./bounded";

export type { Redis };

/**
 * `command`: short commands that a caller waits for. They fail at once while Redis is away, and are never sent later
 * than asked. `worker`: BullMQ's consuming side, which waits for Redis to come back. `listener`: receives what others
 * publish, and is silent as long as no one publishes.
 */
export type RedisRole = "command" | "worker" | "listener";

/** A server that accepts commands and answers none for this long is cut off, so that commands fail fast. */
const COMMAND_SILENCE_MS = 2_000;
/** Above BullMQ's longest blocking read (10 s): only a dead connection is silent for longer. */
const WORKER_SILENCE_MS = 30_000;
/** TCP's own probes tell a listener that its connection is dead. */
const LISTENER_KEEP_ALIVE_MS = 10_000;
const RECONNECT_MS = { first: 50, most: 1_000 };
const CLOSE_MS = 1_000;

const ROLES: Record<RedisRole, RedisOptions> = {
  command: {
    enableOfflineQueue: false,
    enableAutoPipelining: true,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    socketTimeout: COMMAND_SILENCE_MS,
  },
  worker: { maxRetriesPerRequest: null, socketTimeout: WORKER_SILENCE_MS },
  listener: { maxRetriesPerRequest: null, autoResubscribe: false, keepAlive: LISTENER_KEEP_ALIVE_MS },
};

export interface RedisConnection {
  url: string;
  role: RedisRole;
  /** Shown by CLIENT LIST. */
  name: string;
  log: Log;
  /** Connect with the first command instead of now. */
  lazy?: boolean;
}

/** Opens a connection that reconnects for ever. An outage is logged once when it begins and once when it ends. */
export function openRedis({ url, role, name, log, lazy = false }: RedisConnection): Redis {
  const scripts: string[] = [];
  const redis = new Redis(url, {
    ...ROLES[role],
    autoPipeliningIgnoredCommands: scripts,
    connectionName: name,
    connectTimeout: 5_000,
    lazyConnect: lazy,
    retryStrategy: (times) => Math.min(RECONNECT_MS.first * 2 ** (times - 1), RECONNECT_MS.most),
  });
  defineOutsidePipelines(redis, scripts);
  let away = false;
  redis.on("error", (error: Error) => {
    if (!away) log.warn({ redis: name, err: error }, "redis is away");
    away = true;
  });
  redis.on("ready", () => {
    if (away) log.info({ redis: name }, "redis is back");
    away = false;
  });
  return redis;
}

/**
 * Keeps scripts that are defined later (BullMQ does that when it needs the first of them) out of ioredis' own pipelines:
 * one that was begun before does not know the script, gives every command after it another one's answer, and then ends
 * the process. Source: ioredis issue 1931.
 */
function defineOutsidePipelines(redis: Redis, ignored: string[]): void {
  const define = redis.defineCommand.bind(redis);
  redis.defineCommand = (name, definition) => {
    ignored.push(name);
    define(name, definition);
  };
}

/** Closes with QUIT, or at once when Redis does not answer. Never rejects. */
export async function closeRedis(redis: Redis, timeoutMs = CLOSE_MS): Promise<void> {
  try {
    if (redis.status === "ready") await bounded(timeoutMs, "QUIT", () => redis.quit());
  } catch {
    // The disconnect below is all that is left to do.
  }
  redis.disconnect();
}
