import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { PRIORITIES, type Priority } from "@sendex/core/accepting/message";
import type { Redis } from "ioredis";
import { closeRedis, openRedis } from "@sendex/queue/connection";
import { openPace, type Pace, type Reservation } from "@sendex/queue/pace";
import { silentLog } from "@sendex/testing/log";
import { testPrefix, testRedisUrl } from "@sendex/testing/redis";
import { openProxy } from "@sendex/testing/redis-proxy";
import { until } from "@sendex/testing/until";

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
    pace = patient(redis);
  });
  afterAll(async () => {
    await closeRedis(redis);
    await closeRedis(other);
  });

  /** For whom a slot may be a minute away, in each tier. */
  function patient(by: Redis): Pace {
    const longestWaitMs = { critical: 60_000, standard: 60_000, bulk: 60_000 };
    return openPace({ redis: by, prefix, log: silentLog, longestWaitMs });
  }

  async function reserveMany(
    count: number,
    by: Pace = pace,
    priority: Priority = "standard",
  ): Promise<Reservation[]> {
    return Promise.all(Array.from({ length: count }, () => by.reserve("ses", 10, priority)));
  }

  it("spaces slots by the rate, after a burst of no more than a tenth of a second", async () => {
    const waits = (await reserveMany(12)).map(({ waitMs }) => waitMs);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(2);
    const last = waits.at(-1) ?? 0;
    expect(last).toBeGreaterThan(900);
    expect(last).toBeLessThanOrEqual(1_000);
  });

  it("shares one rate among processes", async () => {
    const second = patient(other);
    const all = (await Promise.all([reserveMany(10), reserveMany(10, second)])).flat();
    const waits = all.map(({ waitMs }) => waitMs).sort((a, b) => a - b);
    expect(waits.at(-1)).toBeGreaterThan(1_700);
    expect(waits.at(-1)).toBeLessThanOrEqual(1_900);
  });

  it("takes no slot that comes up too late, and lets nobody come back at the same time as another", async () => {
    const hasty = openPace({ redis, prefix, log: silentLog });
    const all = await reserveMany(40, hasty);
    expect(all.filter(({ reserved }) => reserved)).toHaveLength(12);
    const returns = all.flatMap(({ reserved, waitMs }) => (reserved ? [] : [waitMs]));
    expect(new Set(returns).size).toBe(28);
    expect(Math.min(...returns)).toBeGreaterThan(1_000);
    // Ten slots a second, and a tenth more come back than there are slots.
    expect(Math.max(...returns)).toBeGreaterThan(3_300);
    expect(Math.max(...returns)).toBeLessThan(3_700);
    const later = await reserveMany(1, hasty);
    expect(later[0]?.waitMs).toBeGreaterThan(3_300);
  });

  it("sends nobody away for longer than five minutes, and those not all until the same moment", async () => {
    const hasty = openPace({ redis, prefix, log: silentLog });
    const all = await reserveMany(5_000, hasty);
    const returns = all.map(({ waitMs }) => waitMs);
    expect(Math.max(...returns)).toBeLessThanOrEqual(300_000);
    expect(new Set(returns).size).toBeGreaterThan(4_000);
  });

  it("asks once for many who ask while an answer is under way", async () => {
    const calls = jest.spyOn(redis, "evalsha");
    try {
      await reserveMany(200);
      expect(calls).toHaveBeenCalledTimes(2);
    } finally {
      calls.mockRestore();
    }
  });

  it("goes on after Redis has forgotten the scripts", async () => {
    await redis.script("FLUSH");
    expect(await pace.reserve("ses", 10, "standard")).toEqual({ reserved: true, waitMs: 0 });
  });

  it("keeps routes apart", async () => {
    await reserveMany(20);
    expect(await pace.reserve("sandbox", 10, "standard")).toEqual({ reserved: true, waitMs: 0 });
  });

  it("lets a tier pass the slots of those below it, which move back", async () => {
    await reserveMany(20, pace, "bulk");
    expect(await pace.reserve("ses", 10, "standard")).toEqual({ reserved: true, waitMs: 0 });
    expect(await pace.reserve("ses", 10, "critical")).toEqual({ reserved: true, waitMs: 0 });
    const bulk = await pace.reserve("ses", 10, "bulk");
    expect(bulk.waitMs).toBeGreaterThan(2_000);
  });

  it.each(PRIORITIES)("paces %s sends among themselves", async (priority) => {
    const own = await reserveMany(12, pace, priority);
    expect(own.at(-1)?.waitMs).toBeGreaterThan(900);
  });

  it("gives bulk no slot while standard takes all there are", async () => {
    const hasty = openPace({ redis, prefix, log: silentLog });
    const both = await Promise.all([reserveMany(30, hasty, "bulk"), reserveMany(30, hasty)]);
    const [bulk, standard] = both.map((tier) => tier.filter(({ reserved }) => reserved).length);
    // One that asked first, alone, could not know of the others.
    expect(bulk).toBe(1);
    expect(standard).toBeGreaterThanOrEqual(11);
    expect((await reserveMany(5, hasty, "bulk")).some(({ reserved }) => reserved)).toBe(false);
  });

  /** The spacing in ms that the next slots have. */
  async function spacing(): Promise<number> {
    // The first asks alone, the others together: of the same moment.
    const [, first, second] = await reserveMany(3);
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
    await redis.hset(`${prefix}:pace:ses`, "changed", String(changed - 2_000_000));
    const partly = await spacing();
    expect(partly).toBeGreaterThan(105);
    expect(partly).toBeLessThan(115);
    await redis.hset(`${prefix}:pace:ses`, "changed", String(changed - 6_000_000));
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
    expect(await away.reserve("ses", 10, "standard")).toEqual({ reserved: false, waitMs: 1_000, away: true });
    await expect(away.throttled("ses")).resolves.toBeUndefined();
    expect((await pace.reserve("ses", 0, "standard")).reserved).toBe(false);
    await closeRedis(cut);
    await proxy.close();
  });

  /** A far side that takes 14 a second, as SES does: a bucket of one second's worth. */
  function openCap(): { take(): boolean } {
    let tokens = 14;
    let last = performance.now();
    return {
      take() {
        const now = performance.now();
        tokens = Math.min(14, tokens + ((now - last) / 1_000) * 14);
        last = now;
        if (tokens < 1) return false;
        tokens -= 1;
        return true;
      },
    };
  }

  it.each([14, 40])(
    "uses nine tenths of a cap of 14 a second and is refused less than one in twenty, believing in %d",
    async (believed) => {
      const hasty = openPace({ redis, prefix, log: silentLog });
      const cap = openCap();
      let [taken, refused, counting, over] = [0, 0, false, false];
      const send = async (): Promise<void> => {
        while (!over) {
          const slot = await hasty.reserve("ses", believed, "standard");
          await new Promise((resolve) => setTimeout(resolve, slot.reserved ? slot.waitMs : 20));
          if (!slot.reserved) continue;
          const took = cap.take();
          if (!took) await hasty.throttled("ses");
          if (!counting) continue;
          if (took) taken += 1;
          else refused += 1;
        }
      };
      const senders = Array.from({ length: 20 }, send);
      // Down to the cap first: one cut a second, each of 15 %.
      await new Promise((resolve) => setTimeout(resolve, believed > 14 ? 9_000 : 1_000));
      counting = true;
      const began = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 6_000));
      over = true;
      const seconds = (performance.now() - began) / 1_000;
      await Promise.all(senders);
      expect(taken / seconds / 14).toBeGreaterThanOrEqual(0.9);
      expect(refused / (taken + refused)).toBeLessThan(0.05);
    },
    60_000,
  );
});
