import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { openContext } from "@sendex/boot/context";
import { watchContext } from "@sendex/boot/gauges";
import { openMeters } from "@sendex/boot/meters";
import { authenticate } from "@sendex/pipeline/access/authenticate";
import { ready } from "@sendex/pipeline/ledger/ready";
import { seedAccount } from "@sendex/testing/accounts";
import { openTestContext, type TestContext } from "@sendex/testing/context";
import { silentLog } from "@sendex/testing/log";

describe("context", () => {
  let test: TestContext;
  beforeAll(async () => {
    test = await openTestContext();
  });
  afterAll(() => test.close());

  it("is ready over a real PostgreSQL and Redis", async () => {
    expect(await ready(test.context)).toEqual({ postgres: "ok", redis: "ok", messages: "ok" });
  });

  it("knows the keys of a seeded account, each with its permission and mode", async () => {
    const { accountId, keys } = await seedAccount(test.context);
    const callerOf = (key: string) => authenticate(test.context, `Bearer ${key}`);
    expect(await callerOf(keys.full)).toMatchObject({ accountId, permission: "full", mode: "live" });
    expect(await callerOf(keys.sendOnly)).toMatchObject({ accountId, permission: "send_only", mode: "live" });
    expect(await callerOf(keys.test)).toMatchObject({ accountId, permission: "full", mode: "test" });
  });

  it("shows queues and database connections as gauges", async () => {
    const meters = openMeters();
    watchContext(meters, test.context);
    await test.context.queues.enqueueNotifications([{ id: "one" }]);
    test.clock.advance(3_000);
    const text = await meters.text();
    expect(text).toContain('sendex_queue_waiting{queue="ingest"} 1');
    expect(text).toContain('sendex_queue_oldest_seconds{queue="ingest"} 3');
    expect(text).toMatch(/sendex_database_connections\{state="idle"\} \d/);
  });

  it("shows the twenty slowest of the domains that are limited", async () => {
    const meters = openMeters();
    watchContext(meters, test.context);
    const signs = Array.from({ length: 25 }, (_, i) => ({
      domain: `d${i}.example`,
      taken: 0,
      deferred: 10 * (i + 1),
    }));
    await test.context.domains.learn("sandbox", signs, test.clock.now());
    test.clock.advance(10_000);
    await test.context.domains.learn("sandbox", signs, test.clock.now());
    const lines = (await meters.text()).split("\n").filter((line) => line.startsWith("sendex_domain_pace{"));
    expect(lines).toHaveLength(20);
    expect(lines[0]).toMatch(/\{route="sandbox",domain="d0\.example"\} 0\.5/);
  });

  it("opens without Redis, names it as down, and closes", async () => {
    const port = await closedPort();
    const opened = await openContext({
      settings: { ...test.settings, redisUrl: `redis://127.0.0.1:${port}` },
      name: "test",
      log: silentLog,
      meters: openMeters().meters,
    });
    expect(await ready(opened.context)).toMatchObject({
      postgres: "ok",
      redis: expect.stringContaining("down"),
    });
    await opened.close();
  });

  it("opens while Redis is lost just as it is asked whether it may evict", async () => {
    const redis = await losingRedis();
    try {
      const opened = await openContext({
        settings: { ...test.settings, redisUrl: `redis://127.0.0.1:${redis.port}` },
        name: "test",
        log: silentLog,
        meters: openMeters().meters,
      });
      await opened.close();
      expect(redis.asked()).toBe(true);
    } finally {
      redis.close();
    }
  });
});

/** One that is well until it is asked about its memory; then the connection is gone. */
async function losingRedis(): Promise<{ port: number; asked(): boolean; close(): void }> {
  let asked = false;
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      for (const command of data.toString().toLowerCase().split(/^\*/m).slice(1)) {
        asked ||= command.includes("memory");
        if (asked) return void socket.destroy();
        socket.write(command.includes("info") ? "$9\r\nloading:0\r\n" : "+OK\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { port, asked: () => asked, close: () => void server.close() };
}

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
