import type { Redis } from "ioredis";
import type { Log } from "@sendex/core/ports";
import { bounded } from "./bounded";
import { closeRedis, openRedis } from "./connection";
import { DEFAULT_PREFIX } from "./names";

/** Publishing comes after a commit that holds without it; a Redis that hangs must not delay the caller. */
const PUBLISH_MS = 1_000;

export interface InvalidationOptions {
  /** A connection with the role `command`, for publishing. */
  redis: Redis;
  /** For listening, which takes a connection of its own, opened when first listened. */
  redisUrl: string;
  name: string;
  prefix?: string;
  log: Log;
}

/** Tells every process at once that what it may remember of an account has changed. */
export interface Invalidations {
  /** After the commit. Never rejects: what is remembered runs out by itself soon. */
  changed(accountId: string): Promise<void>;
  /** Once. `lost`: invalidations may have been missed, so nothing remembered is safe. */
  listen(on: { changed: (accountId: string) => void; lost: () => void }): void;
  close(): Promise<void>;
}

/** Invalidations over Redis' publish and subscribe. */
export function openInvalidations(options: InvalidationOptions): Invalidations {
  const { redis, redisUrl, name, prefix = DEFAULT_PREFIX, log } = options;
  const channel = `${prefix}:changed`;
  let listener: Redis | undefined;
  return {
    async changed(accountId) {
      try {
        await bounded(PUBLISH_MS, "PUBLISH", () => redis.publish(channel, accountId));
      } catch (error) {
        log.warn({ err: error, accountId }, "a change could not be told; other processes see it in seconds");
      }
    },
    listen({ changed, lost }) {
      const heard = openRedis({ url: redisUrl, role: "listener", name: `${name}-invalidations`, log });
      heard.on("message", (_channel: string, accountId: string) => changed(accountId));
      heard.on("close", lost);
      // Between two connections anything may have been published: only what is learned from here on is safe.
      heard.on("ready", () => {
        heard
          .subscribe(channel)
          .then(lost, (error: unknown) => log.warn({ err: error }, "no invalidations are heard"));
      });
      listener = heard;
    },
    async close() {
      if (listener) await closeRedis(listener);
    },
  };
}
