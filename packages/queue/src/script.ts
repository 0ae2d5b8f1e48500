import { createHash } from "node:crypto";
import type { Redis } from "ioredis";

/** A Lua script that Redis runs atomically. */
export interface Script {
  text: string;
  sha: string;
}

export function scriptOf(text: string): Script {
  // Redis names a script by this digest; it is not used for security.
  return { text, sha: createHash("sha1").update(text).digest("hex") };
}

/** Runs a script by its name, so that its text crosses the wire only after Redis has lost it. */
export async function runScript(
  redis: Redis,
  { text, sha }: Script,
  key: string,
  args: (string | number)[],
): Promise<unknown> {
  try {
    return await redis.evalsha(sha, 1, key, ...args);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("NOSCRIPT"))
      return redis.eval(text, 1, key, ...args);
    throw error;
  }
}
