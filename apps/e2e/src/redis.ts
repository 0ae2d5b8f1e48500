import { Redis } from "ioredis";
import { variable } from "./environment";

/** A logical database of the shared Redis, the stack's alone, which it may empty. */
export interface OwnRedis {
  url: string;
  /** Everything gone, as after FLUSHALL or a restart without persistence. */
  flush(): Promise<void>;
  /** Jobs waiting in a queue. */
  waiting(queue: string): Promise<number>;
  close(): Promise<void>;
}

/**
 * Number 0 is everybody's; claims are kept there. They expire in case their holder dies, and are renewed while it lives:
 * a file that takes longer would otherwise share its queues with another.
 */
const DATABASES = Array.from({ length: 15 }, (_, i) => i + 1);
const CLAIM_SECONDS = 600;
const RENEW_MS = 60_000;
const PREFIX = "sendex";

export async function claimRedis({ renewMs = RENEW_MS } = {}): Promise<OwnRedis> {
  const shared = new Redis(variable("TEST_REDIS_URL"));
  const number = await claimNumber(shared);
  const renewal = setInterval(() => void shared.expire(claimKey(number), CLAIM_SECONDS), renewMs).unref();
  const url = `${variable("TEST_REDIS_URL")}/${number}`;
  const own = new Redis(url);
  await own.flushdb();
  return {
    url,
    flush: async () => void (await own.flushdb()),
    waiting: (queue) => own.llen(`${PREFIX}:${queue}:wait`),
    async close() {
      clearInterval(renewal);
      await own.flushdb();
      await shared.del(claimKey(number));
      own.disconnect();
      shared.disconnect();
    },
  };
}

async function claimNumber(shared: Redis): Promise<number> {
  for (const number of DATABASES) {
    const taken = await shared.set(claimKey(number), "1", "EX", CLAIM_SECONDS, "NX");
    if (taken === "OK") return number;
  }
  throw new Error("Every logical database of the test Redis is claimed.");
}

/** Where the claim of a logical database is kept. */
export function claimKey(number: number): string {
  return `e2e:database:${number}`;
}
