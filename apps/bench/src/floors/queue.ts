import { Queue } from "bullmq";

/** The floors' keys in Redis, apart from the product's. */
export const FLOOR_PREFIX = "floor";

/** A queue as BullMQ's own documentation makes one. */
export function openFloorQueue(redisUrl: string, name: string): Queue {
  return new Queue(name, {
    connection: { url: redisUrl, maxRetriesPerRequest: null },
    prefix: FLOOR_PREFIX,
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
  });
}
