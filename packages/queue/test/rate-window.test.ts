import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Redis } from "ioredis";
import { closeRedis, openRedis } from "@sendex/queue/connection";
import { evictionTrouble } from "@sendex/queue/eviction";
import { openRateWindows } from "@sendex/queue/rate-window";
import { silentLog } from "@sendex/testing/log";
import { testPrefix, testRedisUrl } from "@sendex/testing/redis";
import { openProxy, type Proxy } from "@sendex/testing/redis-proxy";
import { until } from "@sendex/testing/until";

const now = new Date("2026-03-01T12:00:20.500Z");
const nextMinute = new Date("2026-03-01T12:01:00.000Z");

describe("rate windows", () => {
  let proxy: Proxy;
  let redis: Redis;
  let prefix: string;

  beforeEach(async () => {
    proxy = await openProxy(testRedisUrl());
    redis = openRedis({ url: proxy.url, role: "command", name: "test", log: silentLog });
    prefix = testPrefix();
    await until(() => redis.status === "ready");
  });
  afterEach(async () => {
    await closeRedis(redis);
    await proxy.close();
  });

  it("counts down to the limit, then refuses until the next UTC minute", async () => {
    const rates = openRateWindows({ redis, prefix, log: silentLog });
    expect(await rates.hit("key_1", 2, now)).toEqual({
      allowed: true,
      limit: 2,
      remaining: 1,
      resetAt: nextMinute,
    });
    expect(await rates.hit("key_1", 2, now)).toMatchObject({ allowed: true, remaining: 0 });
    expect(await rates.hit("key_1", 2, now)).toMatchObject({ allowed: false, remaining: 0 });
    expect(await rates.hit("key_2", 2, now)).toMatchObject({ allowed: true });
    expect(await rates.hit("key_1", 2, nextMinute)).toMatchObject({ allowed: true, remaining: 1 });
  });

  it("counts for all processes together", async () => {
    let round = 0;
    // On a busy machine a command may take longer than its bound, and then a process counts alone.
    await until(async () => {
      round += 1;
      const one = openRateWindows({ redis, prefix, log: silentLog });
      const two = openRateWindows({ redis, prefix, log: silentLog });
      await Promise.all(Array.from({ length: 5 }, () => one.hit(`key_${round}`, 100, now)));
      return (await two.hit(`key_${round}`, 100, now)).remaining === 94;
    });
  });

  it("gives its keys an end", async () => {
    await openRateWindows({ redis, prefix, log: silentLog }).hit("key_1", 2, now);
    const [key] = await redis.keys(`${prefix}:rate:*`);
    expect(await redis.pttl(key ?? "")).toBeGreaterThan(0);
  });

  it("goes on from the same count in the process when Redis hangs, within 50 ms", async () => {
    const rates = openRateWindows({ redis, prefix, log: silentLog });
    for (let hit = 0; hit < 3; hit += 1) await rates.hit("key_1", 5, now);
    proxy.hang();
    const started = performance.now();
    expect(await rates.hit("key_1", 5, now)).toMatchObject({ allowed: true, remaining: 1 });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(await rates.hit("key_1", 5, now)).toMatchObject({ allowed: true, remaining: 0 });
    expect(await rates.hit("key_1", 5, now)).toMatchObject({ allowed: false });
  });

  it("counts in the process at once when Redis is away", async () => {
    const rates = openRateWindows({ redis, prefix, log: silentLog });
    proxy.cut();
    await until(() => redis.status !== "ready");
    const started = performance.now();
    for (let hit = 0; hit < 500; hit += 1) await rates.hit("key_1", 1_000, now);
    // Five hundred bounded waits of 50 ms would take 25 s.
    expect(performance.now() - started).toBeLessThan(15_000);
    expect((await rates.hit("key_1", 1_000, now)).remaining).toBe(499);
  });

  it("refuses a Redis that may evict", async () => {
    await until(() => redis.status === "ready");
    expect(await evictionTrouble(redis)).toBeUndefined();
    const evicting = { info: async () => "# Memory\r\nmaxmemory_policy:allkeys-lru\r\nx:1\r\n" };
    expect(await evictionTrouble(evicting)).toContain("allkeys-lru");
  });
});
