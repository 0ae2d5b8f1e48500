import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { closeRedis, openRedis, type Redis } from "@sendex/queue/connection";
import { openStreamSeats, type StreamSeats } from "@sendex/queue/stream-seats";
import { openTestClock, type TestClock } from "@sendex/testing/clock";
import { silentLog } from "@sendex/testing/log";
import { openProxy, type Proxy } from "@sendex/testing/redis-proxy";
import { testPrefix, testRedisUrl } from "@sendex/testing/redis";
import { until } from "@sendex/testing/until";

const MOST = 3;
const MINUTE_MS = 60_000;

let proxy: Proxy;
let redis: Redis;
let prefix: string;
let clock: TestClock;
beforeAll(async () => {
  proxy = await openProxy(testRedisUrl());
  redis = openRedis({ url: proxy.url, role: "command", name: "test", log: silentLog });
});
beforeEach(async () => {
  await until(() => redis.status === "ready");
  prefix = testPrefix();
  clock = openTestClock(new Date());
});
afterAll(async () => {
  await closeRedis(redis);
  await proxy.close();
});

/** A busy machine answers late, and that is not what is tested. */
const PATIENT_MS = 10_000;

const open = (instance: string): StreamSeats =>
  openStreamSeats({ redis, instance, prefix, clock: clock.now, log: silentLog, boundMs: PATIENT_MS });
const take = (seats: StreamSeats): Promise<boolean> => seats.take("acc_1", MOST);

test("seats are counted over all processes, and one that is left is free", async () => {
  const [one, two] = [open("one"), open("two")];
  expect([await take(one), await take(two), await take(one)]).toEqual([true, true, true]);
  expect([await take(one), await take(two)]).toEqual([false, false]);
  expect(await two.take("acc_2", MOST)).toBe(true);
  two.leave("acc_1");
  await until(() => take(one));
});

test("two that take the last seat at once never both have it", async () => {
  const all = Array.from({ length: 8 }, (_, i) => open(`process ${i}`));
  const taken = await Promise.all(all.map(take));
  expect(taken.filter(Boolean).length).toBeLessThanOrEqual(MOST);
});

test("a process that was killed gives its seats up, at once where it was started again", async () => {
  const [killed, other] = [open("one"), open("two")];
  for (let i = 0; i < MOST; i += 1) await take(killed);
  expect(await take(other)).toBe(false);
  expect(await take(open("one"))).toBe(true);
  expect(await take(other)).toBe(true);
  clock.advance(MINUTE_MS);
  expect([await take(other), await take(other), await take(other)]).toEqual([true, true, false]);
});

test("seats that are renewed are kept", async () => {
  const [holder, other] = [open("one"), open("two")];
  for (let i = 0; i < MOST; i += 1) await take(holder);
  clock.advance(MINUTE_MS);
  holder.renew();
  await until(async () => !(await take(other)));
});

test("without Redis each process counts its own", async () => {
  const [one, two] = [open("one"), open("two")];
  proxy.cut();
  await until(() => redis.status !== "ready");
  for (const seats of [one, two])
    expect([await take(seats), await take(seats), await take(seats), await take(seats)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  proxy.restore();
});
