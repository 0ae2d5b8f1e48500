import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { PRIORITIES, type Priority } from "@sendex/core/accepting/message";
import type { Redis } from "ioredis";
import { closeRedis, openRedis } from "@sendex/queue/connection";
import { openPace, type Pace, type Reservation } from "@sendex/queue/pace";
import { silentLog } from "@sendex/testing/log";
import { testPrefix, testRedisUrl } from "@sendex/testing/redis";
import { openProxy } from "@sendex/testing/redis-proxy";
import { until } from "@sendex/testing/until";

/** For whom a slot may be a minute away, in each tier. */
const PATIENT = { critical: 60_000, standard: 60_000, bulk: 60_000 };

/**
 * Time that passes when a test says so: Redis' own goes on while a busy machine lets a test stand, and the slots of then
 * would all be free at once.
 */
class Clock {
  /** Microseconds. */
  private now = 1_800_000_000_000_000;

  pass(ms: number): void {
    this.now += ms * 1_000;
  }

  /** The scripts that `redis` runs are told this time instead of its own. */
  rules(redis: Redis): Redis {
    const time = () => `{ ${Math.floor(this.now / 1_000_000)}, ${this.now % 1_000_000} }`;
    const replaced: Partial<Record<PropertyKey, unknown>> = {
      evalsha: () => Promise.reject(new Error("NOSCRIPT: each time makes another script")),
      eval: (text: string, ...rest: [number, string, ...(string | number)[]]) =>
        redis.eval(text.replace("redis.call('TIME')", time()), ...rest),
    };
    return new Proxy(redis, { get: (target, name) => replaced[name] ?? Reflect.get(target, name) });
  }
}

describe("pace", () => {
  let redis: Redis;
  let other: Redis;
  let clock: Clock;
  let pace: Pace;
  let prefix: string;

  beforeAll(async () => {
    redis = openRedis({ url: testRedisUrl(), role: "command", name: "test", log: silentLog });
    other = openRedis({ url: testRedisUrl(), role: "command", name: "test", log: silentLog });
    await until(() => redis.status === "ready" && other.status === "ready");
  });
  beforeEach(() => {
    prefix = testPrefix();
    clock = new Clock();
    pace = patient(redis);
  });
  afterAll(async () => {
    await closeRedis(redis);
    await closeRedis(other);
  });

  function patient(by: Redis): Pace {
    return openPace({ redis: clock.rules(by), prefix, log: silentLog, longestWaitMs: PATIENT });
  }

  function hastyPace(): Pace {
    return openPace({ redis: clock.rules(redis), prefix, log: silentLog });
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
    expect(waits).toEqual([0, 0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1_000]);
  });

  it("shares one rate among processes", async () => {
    const second = patient(other);
    const all = (await Promise.all([reserveMany(10), reserveMany(10, second)])).flat();
    const waits = all.map(({ waitMs }) => waitMs).sort((a, b) => a - b);
    expect(waits).toEqual([0, ...Array.from({ length: 19 }, (_, slot) => slot * 100)]);
  });

  it("takes no slot that comes up too late, and lets nobody come back at the same time as another", async () => {
    const hasty = hastyPace();
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
    const hasty = hastyPace();
    const all = await reserveMany(5_000, hasty);
    const returns = all.map(({ waitMs }) => waitMs);
    expect(Math.max(...returns)).toBeLessThanOrEqual(300_000);
    expect(new Set(returns).size).toBeGreaterThan(4_000);
  });

  it("asks once for many who ask while an answer is under way", async () => {
    const calls = jest.spyOn(redis, "evalsha");
    try {
      await reserveMany(200, openPace({ redis, prefix, log: silentLog, longestWaitMs: PATIENT }));
      expect(calls).toHaveBeenCalledTimes(2);
    } finally {
      calls.mockRestore();
    }
  });

  it("goes on after Redis has forgotten the scripts", async () => {
    await redis.script("FLUSH");
    const plain = openPace({ redis, prefix, log: silentLog });
    expect(await plain.reserve("ses", 10, "standard")).toEqual({ reserved: true, waitMs: 0 });
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
    const hasty = hastyPace();
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
    clock.pass(2_000);
    const partly = await spacing();
    expect(partly).toBeGreaterThan(105);
    expect(partly).toBeLessThan(115);
    clock.pass(4_000);
    expect(await spacing()).toBe(100);
  });

  it("never stops altogether", async () => {
    await reserveMany(3);
    for (let cut = 0; cut < 60; cut += 1) {
      clock.pass(1_000);
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
  function openCap(): { take(atMs: number): boolean } {
    let tokens = 14;
    let last = 0;
    return {
      take(atMs) {
        tokens = Math.min(14, tokens + ((atMs - last) / 1_000) * 14);
        last = atMs;
        if (tokens < 1) return false;
        tokens -= 1;
        return true;
      },
    };
  }

  /** Twenty senders, each taking its next slot after it sent, for a minute. → when each mail was taken or refused */
  async function sendForAMinute(believed: number): Promise<{ atMs: number; took: boolean }[]> {
    const hasty = hastyPace();
    const cap = openCap();
    const calls: { atMs: number; took: boolean }[] = [];
    const due = Array.from({ length: 20 }, () => ({ atMs: 0, holdsSlot: false }));
    for (let atMs = 0; atMs < 60_000;) {
      const next = due.reduce((first, each) => (each.atMs < first.atMs ? each : first));
      clock.pass(next.atMs - atMs);
      atMs = next.atMs;
      if (next.holdsSlot) {
        const took = cap.take(atMs);
        calls.push({ atMs, took });
        if (!took) await hasty.throttled("ses");
      }
      const slot = await hasty.reserve("ses", believed, "standard");
      Object.assign(next, { atMs: atMs + slot.waitMs, holdsSlot: slot.reserved });
    }
    return calls;
  }

  it.each([14, 40])(
    "uses nine tenths of a cap of 14 a second and is refused less than one in twenty, believing in %d",
    async (believed) => {
      // Down to the cap first: one cut a second, each of 15 %.
      const calls = (await sendForAMinute(believed)).filter(({ atMs }) => atMs >= 9_000);
      const refused = calls.filter(({ took }) => !took).length;
      expect((calls.length - refused) / 51 / 14).toBeGreaterThanOrEqual(0.9);
      expect(refused / calls.length).toBeLessThan(0.05);
    },
  );
});
