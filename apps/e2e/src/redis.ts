import { randomUUID } from "node:crypto";
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

/** Number 0 is everybody's; claims are kept there, and expire in case their holder dies. */
const DATABASES = Array.from({ length: 15 }, (_, i) => i + 1);
const CLAIM_SECONDS = 900;
const PREFIX = "sendex";

export async function claimRedis(): Promise<OwnRedis> {
  const shared = new Redis(variable("TEST_REDIS_URL"));
  const claim = randomUUID();
  const number = await claimNumber(shared, claim);
  const url = `${variable("TEST_REDIS_URL")}/${number}`;
  const own = new Redis(url);
  await own.flushdb();
  return {
    url,
    flush: async () => void (await own.flushdb()),
    waiting: (queue) => own.llen(`${PREFIX}:${queue}:wait`),
    async close() {
      await own.flushdb();
      await shared.del(claimKey(number));
      own.disconnect();
      shared.disconnect();
    },
  };
}

async function claimNumber(shared: Redis, claim: string): Promise<number> {
  for (const number of DATABASES) {
    const taken = await shared.set(claimKey(number), claim, "EX", CLAIM_SECONDS, "NX");
    if (taken === "OK") return number;
  }
  throw new Error("Every logical database of the test Redis is claimed.");
}

function claimKey(number: number): string {
  return `e2e:database:${number}`;
}
