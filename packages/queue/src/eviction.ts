import type { Redis } from "ioredis";

const REQUIRED = "noeviction";

/**
 * Rejects unless Redis refuses writes when it is full. Any other `maxmemory-policy` silently drops queue keys
 * (BullMQ "Going to production"). A managed Redis may forbid CONFIG; INFO names the policy too.
 */
export async function checkEviction(redis: Pick<Redis, "info">): Promise<void> {
  const policy = await readPolicy(redis);
  if (policy === undefined || policy === REQUIRED) return;
  throw new Error(
    `Redis has maxmemory-policy ${policy}; it must be ${REQUIRED}, or queued work can be evicted.`,
  );
}

async function readPolicy(redis: Pick<Redis, "info">): Promise<string | undefined> {
  const info = await redis.info("memory");
  return /^maxmemory_policy:(.+?)\r?$/m.exec(info)?.[1];
}
