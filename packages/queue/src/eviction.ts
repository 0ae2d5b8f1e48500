import type { Redis } from "ioredis";

const REQUIRED = "noeviction";

/**
 * A sentence unless Redis refuses writes when it is full. Any other `maxmemory-policy` silently drops queue keys
 * (BullMQ "Going to production"). A managed Redis may forbid CONFIG; INFO names the policy too.
 * Rejects when Redis cannot be asked.
 */
export async function evictionTrouble(redis: Pick<Redis, "info">): Promise<string | undefined> {
  const policy = await readPolicy(redis);
  if (policy === undefined || policy === REQUIRED) return undefined;
  return `Redis has maxmemory-policy ${policy}; it must be ${REQUIRED}, or queued work can be evicted.`;
}

async function readPolicy(redis: Pick<Redis, "info">): Promise<string | undefined> {
  const info = await redis.info("memory");
  return /^maxmemory_policy:(.+?)\r?$/m.exec(info)?.[1];
}
