import { Queue } from "bullmq";
import type { Redis } from "ioredis";
import type { Log } from "@sendex/core/ports";
import type { QueueName } from "./names";

/** BullMQ keeps a stream of job events, which nothing here reads. */
const EVENTS_KEPT = 100;

export interface Handles {
  /** Rejects at once while Redis is away. */
  queue(name: QueueName): Promise<Queue>;
  close(): Promise<void>;
}

/**
 * BullMQ's queue objects, opened when first needed and kept. One whose first contact with Redis broke
 * would reject for ever (BullMQ remembers the failed initialisation), so it is dropped and made anew.
 */
export function openHandles(redis: Redis, prefix: string, log: Log): Handles {
  const opened = new Map<QueueName, Queue>();

  function open(name: QueueName): Queue {
    const queue = new Queue(name, {
      connection: redis,
      prefix,
      streams: { events: { maxLen: EVENTS_KEPT } },
    });
    queue.on("error", (error) => log.debug({ queue: name, err: error }, "queue connection error"));
    opened.set(name, queue);
    return queue;
  }

  return {
    async queue(name) {
      if (redis.status === "wait") await redis.connect();
      if (redis.status !== "ready") throw new Error(`Redis is away (${redis.status})`);
      const queue = opened.get(name) ?? open(name);
      try {
        await queue.waitUntilReady();
      } catch (error) {
        if (opened.get(name) === queue) opened.delete(name);
        throw error;
      }
      return queue;
    },
    async close() {
      const queues = [...opened.values()];
      opened.clear();
      await Promise.allSettled(queues.map((queue) => queue.close()));
    },
  };
}
