import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import type { Redis } from "ioredis";
import { closeRedis, openRedis } from "@sendex/queue/connection";
import { consume, type ConsumeOptions, type Consumer } from "@sendex/queue/consume";
import { QUEUES, type NotificationJob } from "@sendex/queue/names";
import { openQueues, type Queues } from "@sendex/queue/producer";
import { silentLog } from "@sendex/testing/log";
import { testPrefix, testRedisUrl } from "@sendex/testing/redis";
import { openProxy, type Proxy } from "@sendex/testing/redis-proxy";
import { until } from "@sendex/testing/until";

describe("consume", () => {
  let redis: Redis;
  let queues: Queues;
  let prefix: string;
  const consumers: Consumer[] = [];
  const proxies: Proxy[] = [];

  beforeEach(async () => {
    prefix = testPrefix();
    redis = openRedis({ url: testRedisUrl(), role: "command", name: "test", log: silentLog });
    queues = openQueues({ redis, prefix, clock: () => new Date(0), log: silentLog });
    await until(() => queues.ping());
  });

  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.close(2_000)));
    await queues.close();
    await closeRedis(redis);
    await Promise.all(proxies.splice(0).map((proxy) => proxy.close()));
  });

  type Run = (job: NotificationJob) => Promise<void>;
  function start(run: Run, changes: Partial<ConsumeOptions<NotificationJob>> = {}): Consumer {
    const options = {
      redisUrl: testRedisUrl(),
      prefix,
      queue: QUEUES.ingest,
      concurrency: 4,
      log: silentLog,
    };
    const consumer = consume({ ...options, run, ...changes });
    consumers.push(consumer);
    return consumer;
  }

  const waiting = async () => (await queues.depths())[QUEUES.ingest].waiting;
  const active = async () => (await queues.depths())[QUEUES.ingest].active;

  it("runs every job with what it was enqueued with", async () => {
    const seen: string[] = [];
    start(async ({ id }) => void seen.push(id));
    const ids = Array.from({ length: 50 }, () => randomUUID());
    await queues.enqueueNotifications(ids.map((id) => ({ id })));
    await until(() => seen.length === 50);
    expect([...seen].sort()).toEqual([...ids].sort());
  });

  it("goes on after a job that throws, and leaves nothing of it in Redis", async () => {
    const seen: string[] = [];
    start(async ({ id }) => {
      seen.push(id);
      if (id === "bad") throw new Error("no");
    });
    await queues.enqueueNotifications([{ id: "bad" }, { id: "good" }]);
    await until(() => seen.length === 2);
    await until(async () => (await active()) === 0);
    expect(await redis.exists(`${prefix}:${QUEUES.ingest}:bad`, `${prefix}:${QUEUES.ingest}:good`)).toBe(0);
  });

  it("tries what will pass again, as one job however often it is enqueued meanwhile", async () => {
    const seen: string[] = [];
    let passed = false;
    const run: Run = async ({ id }) => {
      seen.push(id);
      if (!passed) throw new Error("away");
    };
    start(run, { passing: (error) => error instanceof Error && error.message === "away" });
    await queues.enqueueNotifications([{ id: "patient" }]);
    await until(async () => seen.length === 1 && (await active()) === 0);
    passed = true;
    await queues.enqueueNotifications([{ id: "patient" }]);
    await until(() => seen.length === 2);
    await until(async () => (await redis.exists(`${prefix}:${QUEUES.ingest}:patient`)) === 0);
    expect(seen).toEqual(["patient", "patient"]);
  });

  it("runs a job again when it is enqueued after it ended", async () => {
    let runs = 0;
    start(async () => void (runs += 1));
    await queues.enqueueNotifications([{ id: "same" }]);
    await until(async () => runs === 1 && (await active()) === 0);
    await queues.enqueueNotifications([{ id: "same" }]);
    await until(() => runs === 2);
  });

  it("has no more in hand than its concurrency", async () => {
    let most = 0;
    let done = 0;
    const consumer = start(async () => {
      most = Math.max(most, consumer.active());
      await new Promise((resolve) => setImmediate(resolve));
      done += 1;
    });
    await queues.enqueueNotifications(Array.from({ length: 60 }, (_, n) => ({ id: `job-${n}` })));
    await until(() => done === 60);
    expect(most).toBe(4);
  });

  it("waits on close for the job in hand and takes no other", async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const ended: string[] = [];
    const consumer = start(
      async ({ id }) => {
        await held;
        ended.push(id);
      },
      { concurrency: 1 },
    );
    await queues.enqueueNotifications([{ id: "first" }, { id: "second" }]);
    await until(() => consumer.active() === 1);
    const closing = consumer.close(5_000);
    release();
    await closing;
    expect(ended).toEqual(["first"]);
    expect(await waiting()).toBe(1);
  });

  it("lets go of a job that does not end in time, and another worker runs it", async () => {
    const stuck = start(() => new Promise(() => undefined), { lockMs: 500 });
    await queues.enqueueNotifications([{ id: "stuck" }]);
    await until(() => stuck.active() === 1);
    const started = performance.now();
    await stuck.close(100);
    expect(performance.now() - started).toBeLessThan(10_000);
    let runs = 0;
    start(async () => void (runs += 1), { lockMs: 500 });
    await until(() => runs === 1);
  });

  it("goes on by itself after an outage of Redis", async () => {
    const proxy = await openProxy(testRedisUrl());
    proxies.push(proxy);
    const seen: string[] = [];
    const consumer = start(async ({ id }) => void seen.push(id), { redisUrl: proxy.url });
    await queues.enqueueNotifications([{ id: "before" }]);
    await until(() => seen.length === 1);
    proxy.cut();
    await until(() => !consumer.running());
    await queues.enqueueNotifications([{ id: "after" }]);
    proxy.restore();
    await until(() => seen.includes("after"));
  });

  it("starts when Redis comes later than it", async () => {
    const proxy = await openProxy(testRedisUrl());
    proxies.push(proxy);
    proxy.cut();
    const seen: string[] = [];
    start(async ({ id }) => void seen.push(id), { redisUrl: proxy.url });
    await queues.enqueueNotifications([{ id: "early" }]);
    proxy.restore();
    await until(() => seen.length === 1);
  });

  it("closes in bounded time while Redis is away", async () => {
    const proxy = await openProxy(testRedisUrl());
    proxies.push(proxy);
    const consumer = start(async () => undefined, { redisUrl: proxy.url });
    await until(() => consumer.running());
    proxy.cut();
    await until(() => !consumer.running());
    const started = performance.now();
    await consumer.close(300);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
