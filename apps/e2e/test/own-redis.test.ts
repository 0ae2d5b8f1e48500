import { expect, it } from "@jest/globals";
import { Redis } from "ioredis";
import { variable } from "../src/environment";
import { eventually } from "../src/eventually";
import { claimKey, claimRedis } from "../src/redis";

it("a logical database stays its holder's, however long that takes", async () => {
  const shared = new Redis(variable("TEST_REDIS_URL"));
  const own = await claimRedis({ renewMs: 20 });
  const key = claimKey(Number(new URL(own.url).pathname.slice(1)));
  try {
    // As after nearly all of its life.
    await shared.expire(key, 100);
    await eventually(async () => expect(await shared.ttl(key)).toBeGreaterThan(100));
  } finally {
    await own.close();
  }
  expect(await shared.exists(key)).toBe(0);
  shared.disconnect();
});
