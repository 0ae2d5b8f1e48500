import type { Redis } from "ioredis";
import type { Log } from "@sendex/core/ports";
import { bounded } from "./bounded";
import { closeRedis, openRedis } from "./connection";
import { DEFAULT_PREFIX } from "./names";

/** A process tells of all its accounts together, once in this time at most. */
const EVERY_MS = 250;
/** While nobody listens it tells once in this time, to learn whether somebody does. */
const UNHEARD_MS = 1_000;
/** Accounts named in one hint; with more, it is for all. */
const MAX_NAMED = 1_000;
const EVERYBODY = "*";
const PUBLISH_MS = 1_000;

/** Tells processes with event streams which accounts have new events. Only a hint: streams look by themselves, too. */
export interface EventHints {
  /** After the commit. Returns at once and never throws. */
  note(accountIds: Iterable<string>): void;
  /** `all`: hints may have been missed. Ends with what it returns, which closes the connection that it takes. */
  listen(on: { changed: (accountIds: string[]) => void; all: () => void }): () => void;
  close(): Promise<void>;
}

export interface EventHintsOptions {
  /** A connection with the role `command`, for publishing. */
  redis: Pick<Redis, "publish">;
  redisUrl: string;
  name: string;
  prefix?: string;
  log: Log;
}

/**
 * Hints over Redis' publish and subscribe. PUBLISH answers how many got it: where nobody has a stream open, a process
 * publishes once a second, whatever it sends.
 */
export function openEventHints(options: EventHintsOptions): EventHints {
  const { redis, redisUrl, name, prefix = DEFAULT_PREFIX, log } = options;
  const channel = `${prefix}:events`;
  const listeners = new Set<Redis>();
  let noted = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let heard = false;

  async function publish(): Promise<void> {
    const names = noted.size > MAX_NAMED ? EVERYBODY : [...noted].join(" ");
    noted = new Set();
    timer = undefined;
    try {
      heard = (await bounded(PUBLISH_MS, "PUBLISH", () => redis.publish(channel, names))) > 0;
    } catch (error) {
      heard = false;
      log.debug({ err: error }, "event streams look by themselves");
    }
  }

  return {
    note(accountIds) {
      for (const id of accountIds) if (noted.size <= MAX_NAMED) noted.add(id);
      if (noted.size > 0) timer ??= setTimeout(() => void publish(), heard ? EVERY_MS : UNHEARD_MS).unref();
    },
    listen({ changed, all }) {
      const listener = openRedis({ url: redisUrl, role: "listener", name: `${name}-events`, log });
      listener.on("message", (_channel: string, names: string) =>
        names === EVERYBODY ? all() : changed(names.split(" ")),
      );
      listener.on("ready", () => {
        listener
          .subscribe(channel)
          .then(all, (error: unknown) => log.debug({ err: error }, "no event hints are heard"));
      });
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        void closeRedis(listener);
      };
    },
    async close() {
      clearTimeout(timer);
      await Promise.all([...listeners].map((listener) => closeRedis(listener)));
    },
  };
}
