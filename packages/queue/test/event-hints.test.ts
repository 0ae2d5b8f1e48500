import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { closeRedis, openRedis, type Redis } from "@sendex/queue/connection";
import { type EventHints, openEventHints } from "@sendex/queue/event-hints";
import { silentLog } from "@sendex/testing/log";
import { testPrefix, testRedisUrl } from "@sendex/testing/redis";
import { until } from "@sendex/testing/until";

let redis: Redis;
let hints: EventHints;
let published: string[];
beforeEach(async () => {
  published = [];
  redis = openRedis({ url: testRedisUrl(), role: "command", name: "test", log: silentLog });
  await until(() => redis.status === "ready");
  const publish = async (channel: string, names: string): Promise<number> => {
    published.push(names);
    return redis.publish(channel, names);
  };
  // The one command that hints need.
  const counted = { publish } as Pick<Redis, "publish">;
  hints = openEventHints({
    redis: counted,
    redisUrl: testRedisUrl(),
    name: "test",
    prefix: testPrefix(),
    log: silentLog,
  });
});
afterEach(async () => {
  await hints.close();
  await closeRedis(redis);
});

/** Listens, once it is heard. */
async function listen(): Promise<{ heard: string[]; all: () => number }> {
  const heard: string[] = [];
  let all = 0;
  hints.listen({ changed: (ids) => void heard.push(...ids), all: () => void (all += 1) });
  await until(() => all > 0);
  return { heard, all: () => all };
}

test("many notes of one moment are one hint, which names each account once", async () => {
  const { heard } = await listen();
  for (let i = 0; i < 500; i += 1) hints.note(["acc_1", `acc_${i % 3}`]);
  await until(() => heard.length > 0);
  expect(heard.sort()).toEqual(["acc_0", "acc_1", "acc_2"]);
  expect(published).toHaveLength(1);
});

test("with more accounts than a hint names it is for all", async () => {
  const { heard, all } = await listen();
  const before = all();
  hints.note(Array.from({ length: 1_001 }, (_, i) => `acc_${i}`));
  await until(() => all() > before);
  expect([heard, published]).toEqual([[], ["*"]]);
});

test("no accounts are no hint, and what nobody hears is noted all the same", async () => {
  hints.note([]);
  hints.note(["acc_1"]);
  await until(() => published.length > 0);
  expect(published).toEqual(["acc_1"]);
});
