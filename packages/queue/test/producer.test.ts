import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Redis } from "ioredis";
import { closeRedis, openRedis } from "@sendex/queue/connection";
import { QUEUES, type SendJob } from "@sendex/queue/names";
import { openQueues, type Queues } from "@sendex/queue/producer";
import { silentLog } from "@sendex/testing/log";
import { testPrefix, testRedisUrl } from "@sendex/testing/redis";
import { openProxy, type Proxy } from "@sendex/testing/redis-proxy";
import { until } from "@sendex/testing/until";

const now = new Date("2026-03-01T12:00:00.000Z");
const clock = () => now;

function sendJob(messageId: string, priority: SendJob["priority"], n = 0): SendJob {
  return { accountId: "acc_1", messageId, n, priority, due: now.getTime() };
}

describe("producer", () => {
  let redis: Redis;
  let queues: Queues;
  let prefix: string;

  beforeAll(() => {
    redis = openRedis({ url: testRedisUrl(), role: "command", name: "test", log: silentLog });
  });
  beforeEach(async () => {
    prefix = testPrefix();
    queues = openQueues({ redis, prefix, clock, log: silentLog });
    await until(() => queues.ping());
  });
  afterEach(() => queues.close());
  afterAll(() => closeRedis(redis));

  it("puts each send into the queue of its tier", async () => {
    await queues.enqueueSends([
      sendJob("msg_a", "critical"),
      sendJob("msg_b", "bulk"),
      sendJob("msg_b", "bulk", 1),
    ]);
    const depths = await queues.depths();
    expect(depths[QUEUES.critical].waiting).toBe(1);
    expect(depths[QUEUES.standard].waiting).toBe(0);
    expect(depths[QUEUES.bulk].waiting).toBe(2);
  });

  it("opens its first queue while other commands are on their way, and mixes up no answers", async () => {
    const fresh = openRedis({ url: testRedisUrl(), role: "command", name: "test", log: silentLog });
    await until(() => fresh.status === "ready");
    const own = openQueues({ redis: fresh, prefix, clock, log: silentLog });
    let over = false;
    const ask = async (word: string): Promise<string[]> => {
      const answers = [];
      while (!over) answers.push(await fresh.echo(word));
      return answers;
    };
    const asked = ["a", "b", "c"].map(ask);
    await own.enqueueNotifications([{ id: "first" }]);
    over = true;
    const answers = await Promise.all(asked);
    expect(answers.map((said) => new Set(said))).toEqual([new Set("a"), new Set("b"), new Set("c")]);
    await own.close();
    await closeRedis(fresh);
  });

  it("keeps one job when the same recipient is enqueued again", async () => {
    await queues.enqueueSends([sendJob("msg_a", "standard"), sendJob("msg_a", "standard")]);
    await queues.enqueueSends([sendJob("msg_a", "standard")]);
    expect((await queues.depths())[QUEUES.standard].waiting).toBe(1);
  });

  it("takes another turn of the same recipient as another job", async () => {
    const job = sendJob("msg_a", "standard");
    await queues.enqueueSends([job, { ...job, due: job.due + 1 }]);
    expect((await queues.depths())[QUEUES.standard].waiting).toBe(2);
  });

  it("takes more jobs than one chunk holds, and an empty list", async () => {
    await queues.enqueueSends([]);
    const jobs = Array.from({ length: 1_201 }, (_, n) => sendJob("msg_many", "bulk", n));
    // As callers do: a Redis that is too slow for the bound is asked again.
    await until(() =>
      queues.enqueueSends(jobs).then(
        () => true,
        () => false,
      ),
    );
    expect((await queues.depths())[QUEUES.bulk].waiting).toBe(1_201);
  });

  it("keeps deliveries and notifications apart from sends", async () => {
    await queues.enqueueDeliveries([
      { accountId: "acc_1", eventId: "evt_1", webhookId: "whk_1", attempt: 0 },
    ]);
    await queues.enqueueNotifications([{ id: "5e1f9a3c-0000-4000-8000-000000000001" }]);
    const depths = await queues.depths();
    expect(depths[QUEUES.deliver].waiting).toBe(1);
    expect(depths[QUEUES.ingest].waiting).toBe(1);
  });

  it("tells the age of the oldest waiting job by the clock", async () => {
    const times = [now, new Date(now.getTime() + 7_000)];
    const later = openQueues({ redis, prefix, clock: () => times.shift() ?? now, log: silentLog });
    await later.enqueueNotifications([{ id: "old" }]);
    await queues.enqueueNotifications([{ id: "young" }]);
    expect((await later.depths())[QUEUES.ingest].oldestMs).toBe(7_000);
  });

  it("keeps one epoch until Redis loses its memory", async () => {
    const first = await queues.epoch();
    expect(await openQueues({ redis, prefix, clock, log: silentLog }).epoch()).toBe(first);
    await redis.del(`${prefix}:epoch`);
    expect(await queues.epoch()).not.toBe(first);
  });
});

describe("producer during an outage", () => {
  let proxy: Proxy;
  let redis: Redis;
  let queues: Queues;

  beforeEach(async () => {
    proxy = await openProxy(testRedisUrl());
    redis = openRedis({ url: proxy.url, role: "command", name: "test", log: silentLog });
    queues = openQueues({ redis, prefix: testPrefix(), clock, log: silentLog });
    await until(() => queues.ping());
  });

  async function end(): Promise<void> {
    await closeRedis(redis);
    await proxy.close();
  }

  it("rejects at once while Redis refuses connections, and works again afterwards", async () => {
    await queues.enqueueNotifications([{ id: "before" }]);
    proxy.cut();
    await until(() => redis.status !== "ready");
    await expect(queues.enqueueNotifications([{ id: "lost" }])).rejects.toThrow("away");
    await expect(queues.ping()).resolves.toBe(false);
    proxy.restore();
    await until(() => queues.ping());
    await queues.enqueueNotifications([{ id: "after" }]);
    expect((await queues.depths())[QUEUES.ingest].waiting).toBe(2);
    await end();
  });

  it("finds a Redis that answers and takes no write, as when its memory is full, not well", async () => {
    const user = `reader-${testPrefix()}`;
    await redis.call("ACL", "SETUSER", user, "on", "nopass", "~*", "+@all", "-@write");
    const url = new URL(testRedisUrl());
    url.username = user;
    url.password = "any";
    const reader = openRedis({ url: url.href, role: "command", name: "test", log: silentLog });
    await until(() => reader.status === "ready");
    const readers = openQueues({ redis: reader, prefix: testPrefix(), clock, log: silentLog });
    await expect(readers.ping()).resolves.toBe(false);
    await closeRedis(reader);
    await redis.call("ACL", "DELUSER", user);
    await end();
  });

  it("cuts off a Redis that hangs, so that later calls fail at once", async () => {
    proxy.hang();
    await expect(queues.enqueueNotifications([{ id: "hung" }])).rejects.toThrow();
    await until(() => redis.status !== "ready");
    await expect(queues.enqueueNotifications([{ id: "lost" }])).rejects.toThrow("away");
    proxy.restore();
    await until(() => queues.ping());
    await queues.enqueueNotifications([{ id: "after" }]);
    await end();
  });

  it("works when its first contact with Redis broke", async () => {
    proxy.hang();
    const job = { accountId: "a", eventId: "e", webhookId: "w", attempt: 0 };
    const first = queues.enqueueDeliveries([job]);
    await expect(first).rejects.toThrow();
    proxy.restore();
    await until(() => queues.ping());
    await queues.enqueueDeliveries([job]);
    expect((await queues.depths())[QUEUES.deliver].waiting).toBe(1);
    await end();
  });
});
