import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Redis } from "ioredis";
import { closeRedis, openRedis } from "@sendex/queue/connection";
import { openPace, type Pace, type Reservation } from "@sendex/queue/pace";
import { openProxy, silentLog, testPrefix, testRedisUrl, until } from "./redis";

describe("pace", () => {
  let redis: Redis;
  let other: Redis;
  let pace: Pace;
  let prefix: string;

  beforeAll(async () => {
    redis = openRedis({ url: testRedisUrl(), role: "command", name: "test", log: silentLog });
    other = openRedis({ url: testRedisUrl(), role: "command", name: "test", log: silentLog });
    await until(() => redis.status === "ready" && other.status === "ready");
  });
  beforeEach(() => {
    prefix = testPrefix();
    pace = openPace({ redis, prefix, log: silentLog });
  });
  afterAll(async () => {
    await closeRedis(redis);
    await closeRedis(other);
  });

  async function reserveMany(count: number, by: Pace = pace): Promise<Reservation[]> {
    return Promise.all(Array.from({ length: count }, () => by.reserve("ses", 10, 60_000)));
  }

  it("spaces slots by the rate, after a burst of no more than a tenth of a second", async () => {
    const waits = (await reserveMany(12)).map(({ waitMs }) => waitMs);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(2);
    const last = waits.at(-1) ?? 0;
    expect(last).toBeGreaterThan(900);
    expect(last).toBeLessThanOrEqual(1_000);
  });

  it("shares one rate among processes", async () => {
    const second = openPace({ redis: other, prefix, log: silentLog });
    const all = (await Promise.all([reserveMany(10), reserveMany(10, second)])).flat();
    const waits = all.map(({ waitMs }) => waitMs).sort((a, b) => a - b);
    expect(waits.at(-1)).toBeGreaterThan(1_700);
    expect(waits.at(-1)).toBeLessThanOrEqual(1_900);
  });

  it("takes no slot that comes up too late, and says when to ask again", async () => {
    await reserveMany(6);
    const refused = await pace.reserve("ses", 10, 50);
    expect(refused.reserved).toBe(false);
    expect(refused.waitMs).toBeGreaterThan(200);
    const next = await pace.reserve("ses", 10, 60_000);
    expect(next.waitMs).toBeLessThanOrEqual(refused.waitMs);
  });

  it("keeps routes apart", async () => {
    await reserveMany(20);
    expect(await pace.reserve("sandbox", 10, 0)).toEqual({ reserved: true, waitMs: 0 });
  });

  it("lets an urgent send pass reserved slots, which move back", async () => {
    await reserveMany(20);
    expect(await pace.reserve("ses", 10, 0, { urgent: true })).toEqual({ reserved: true, waitMs: 0 });
    const ordinary = await pace.reserve("ses", 10, 60_000);
    expect(ordinary.waitMs).toBeGreaterThan(1_900);
  });

  it("paces urgent sends among themselves", async () => {
    const urgent = await Promise.all(
      Array.from({ length: 12 }, () => pace.reserve("ses", 10, 60_000, { urgent: true })),
    );
    expect(urgent.at(-1)?.waitMs).toBeGreaterThan(900);
  });

  /** The spacing in ms that the next slots have. */
  async function spacing(): Promise<number> {
    const [first, second] = await reserveMany(2);
    return (second?.waitMs ?? 0) - (first?.waitMs ?? 0);
  }

  it("goes slower after a throttle, once for many at the same time", async () => {
    await reserveMany(3);
    await Promise.all([pace.throttled("ses"), pace.throttled("ses"), pace.throttled("ses")]);
    const slower = await spacing();
    expect(slower).toBeGreaterThanOrEqual(115);
    expect(slower).toBeLessThanOrEqual(120);
  });

  it("comes back to the full rate in steps", async () => {
    await reserveMany(3);
    await pace.throttled("ses");
    // Moving the stamp into the past is time passing, for the script.
    const changed = Number(await redis.hget(`${prefix}:pace:ses`, "changed"));
    await redis.hset(`${prefix}:pace:ses`, "changed", String(changed - 1_000_000));
    const partly = await spacing();
    expect(partly).toBeGreaterThan(105);
    expect(partly).toBeLessThan(115);
    await redis.hset(`${prefix}:pace:ses`, "changed", String(changed - 5_000_000));
    const whole = await spacing();
    expect(whole).toBeGreaterThanOrEqual(99);
    expect(whole).toBeLessThanOrEqual(101);
  });

  it("never stops altogether", async () => {
    await reserveMany(3);
    for (let cut = 0; cut < 60; cut += 1) {
      await redis.hset(`${prefix}:pace:ses`, "cut", "0");
      await pace.throttled("ses");
    }
    expect(await spacing()).toBeLessThanOrEqual(2_001);
  });

  it("refuses without rejecting while Redis is away, and when there is no rate", async () => {
    const proxy = await openProxy(testRedisUrl());
    const cut = openRedis({ url: proxy.url, role: "command", name: "test", log: silentLog });
    const away = openPace({ redis: cut, prefix, log: silentLog });
    proxy.cut();
    expect(await away.reserve("ses", 10, 1_000)).toEqual({ reserved: false, waitMs: 1_000 });
    await expect(away.throttled("ses")).resolves.toBeUndefined();
    expect((await pace.reserve("ses", 0, 1_000)).reserved).toBe(false);
    await closeRedis(cut);
    await proxy.close();
  });
});
