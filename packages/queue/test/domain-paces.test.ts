import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { PACE_FORGOTTEN_MS } from "@sendex/core/sending/domain-pace";
import type { Redis } from "ioredis";
import { closeRedis, openRedis } from "@sendex/queue/connection";
import { openDomainPaces, type DomainPaces } from "@sendex/queue/domain-paces";
import { MOST_DOMAINS } from "@sendex/queue/domain-scripts";
import { silentLog } from "@sendex/testing/log";
import { testPrefix, testRedisUrl } from "@sendex/testing/redis";
import { openProxy } from "@sendex/testing/redis-proxy";
import { until } from "@sendex/testing/until";

/** What a domain does is watched for so long before it is limited. */
const SEEN_MS = 10_000;
const START = new Date("2026-03-01T12:00:00Z");

describe("domains' paces", () => {
  let redis: Redis;
  let other: Redis;
  let prefix: string;
  let paces: DomainPaces;

  beforeAll(async () => {
    redis = openRedis({ url: testRedisUrl(), role: "command", name: "test", log: silentLog });
    other = openRedis({ url: testRedisUrl(), role: "command", name: "test", log: silentLog });
    await until(() => redis.status === "ready" && other.status === "ready");
  });
  beforeEach(() => {
    prefix = testPrefix();
    paces = openDomainPaces({ redis, prefix, log: silentLog });
  });
  afterAll(async () => {
    await closeRedis(redis);
    await closeRedis(other);
  });

  const after = (ms: number) => new Date(START.getTime() + ms);
  const deferred = (domain: string, count = 5) => ({ domain, taken: 0, deferred: count });
  /** These put mail off, and ten seconds later still do. */
  const restrict = async (names: string[], by = paces, at = START): Promise<void> => {
    const signs = names.map((domain) => deferred(domain));
    await by.learn("ses", signs, at);
    await by.learn("ses", signs, new Date(at.getTime() + SEEN_MS));
  };
  const limited = async (at = after(SEEN_MS)) => (await paces.limits("ses", at)).map(({ domain }) => domain);

  it("remembers nothing of a domain that takes its mail", async () => {
    await paces.learn("ses", [{ domain: "quick.example", taken: 500, deferred: 0 }], START);
    expect(await redis.exists(`${prefix}:domains:ses`)).toBe(0);
    expect(await limited()).toEqual([]);
  });

  it("limits a domain that defers, for every process and this route alone", async () => {
    await restrict(["slow.example"]);
    const elsewhere = openDomainPaces({ redis: other, prefix, log: silentLog });
    const [limit] = await elsewhere.limits("ses", after(SEEN_MS));
    expect(limit).toMatchObject({ domain: "slow.example", deferredAt: after(SEEN_MS) });
    expect(limit?.perSecond).toBeLessThan(1);
    expect(await elsewhere.limits("sandbox", after(SEEN_MS))).toEqual([]);
  });

  it("counts what several processes learn at the same time", async () => {
    const elsewhere = openDomainPaces({ redis: other, prefix, log: silentLog });
    await paces.learn("ses", [deferred("slow.example", 1)], START);
    const seen = after(SEEN_MS);
    await Promise.all([
      paces.learn("ses", [deferred("slow.example", 1)], seen),
      elsewhere.learn("ses", [deferred("slow.example", 1)], seen),
      paces.learn("ses", [deferred("slow.example", 1)], seen),
    ]);
    expect(await limited()).toEqual(["slow.example"]);
  });

  it("lists the slowest first", async () => {
    await paces.learn("ses", [deferred("slow.example", 50), deferred("slower.example", 10)], START);
    await restrict(["slow.example", "slower.example"]);
    expect(await limited()).toEqual(["slower.example", "slow.example"]);
  });

  it("forgets a limit when enough was taken, and when nothing was deferred for long", async () => {
    await restrict(["slow.example", "old.example"]);
    await paces.learn("ses", [{ domain: "slow.example", taken: 1_000, deferred: 0 }], after(60_000));
    expect(await limited(after(60_000))).toEqual(["old.example"]);
    expect(await limited(after(SEEN_MS + PACE_FORGOTTEN_MS))).toEqual([]);
  });

  it("gives what it keeps an end, and keeps so many domains at most, the recent ones", async () => {
    const names = Array.from({ length: MOST_DOMAINS + 20 }, (_, i) => deferred(`d${i}.example`));
    await paces.learn("ses", names, START);
    expect(await redis.hlen(`${prefix}:domains:ses`)).toBe(MOST_DOMAINS);
    expect(await redis.pttl(`${prefix}:domains:ses`)).toBeGreaterThan(0);
    const later = after(PACE_FORGOTTEN_MS);
    await paces.learn("ses", [deferred("new.example")], later);
    await restrict(["new.example"], paces, later);
    expect(await limited(new Date(later.getTime() + SEEN_MS))).toEqual(["new.example"]);
  });

  it("takes a state that it cannot read for none", async () => {
    await redis.hset(`${prefix}:domains:ses`, "a.example", "{", "b.example", '{"limit":"fast"}');
    expect(await limited()).toEqual([]);
    await restrict(["a.example", "b.example"]);
    expect((await limited()).sort()).toEqual(["a.example", "b.example"]);
  });

  it("gives slots of a domain one after the other, critical first", async () => {
    const limit = { domain: "slow.example", perSecond: 0.5, deferredAt: START };
    expect(await paces.reserve("ses", limit, "standard")).toMatchObject({ reserved: true });
    const [first, second] = await Promise.all([
      paces.reserve("ses", limit, "standard"),
      paces.reserve("ses", limit, "standard"),
    ]);
    expect([first.reserved, second.reserved]).toEqual([false, false]);
    expect(Math.abs(second.waitMs - first.waitMs)).toBeGreaterThan(1_500);
    expect(await paces.reserve("ses", limit, "critical")).toMatchObject({ reserved: true });
  });

  it("learns nothing and limits nothing while Redis is away", async () => {
    const proxy = await openProxy(testRedisUrl());
    const cut = openRedis({ url: proxy.url, role: "command", name: "test", log: silentLog });
    const away = openDomainPaces({ redis: cut, prefix, log: silentLog });
    proxy.cut();
    await expect(away.learn("ses", [deferred("slow.example")], START)).resolves.toBeUndefined();
    await expect(away.limits("ses", START)).rejects.toThrow();
    const limit = { domain: "slow.example", perSecond: 0.5, deferredAt: START };
    expect(await away.reserve("ses", limit, "standard")).toMatchObject({ away: true });
    await closeRedis(cut);
    await proxy.close();
  });
});
