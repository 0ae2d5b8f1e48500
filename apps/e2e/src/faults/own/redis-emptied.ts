import type { Stack } from "../../stack";
import { judge } from "../judge";
import { idsOf, startLoad } from "../load";
import { onStack } from "../on-stack";
import { type RedisProcess, startRedisProcess } from "../own-redis";
import type { Fault, Figures } from "../row";
import { untilAccepted } from "../wait";

const WITHIN = 60;
const TARGET = `lost 0, dup 0, ≤ ${WITHIN} s`;

export const redisRestartedEmpty: Fault = {
  row: "6",
  fault: "Redis killed and restarted empty",
  target: TARGET,
  messages: 1000,
  async run(messages) {
    let redis: RedisProcess | undefined;
    const openRedis = async () => (redis = await startRedisProcess());
    return onStack({ openRedis }, (stack) =>
      emptyUnderLoad(stack, messages, async () => redis?.restartEmpty()),
    );
  },
};

export const redisFlushed: Fault = {
  row: "7",
  fault: "FLUSHALL mid-load",
  target: TARGET,
  messages: 1000,
  run: (messages) => onStack({}, (stack) => emptyUnderLoad(stack, messages, () => stack.redis.flush())),
};

/** Sends, notifications and deliveries are all under way when Redis loses them. */
async function emptyUnderLoad(stack: Stack, messages: number, strike: () => Promise<void>): Promise<Figures> {
  await stack.sandbox.fault({ operation: "SendRawEmail", latency_ms: 40 });
  const { finished } = startLoad(stack, { messages, again: true });
  await untilAccepted(stack, Math.ceil(messages * 0.4));
  await strike();
  const since = performance.now();
  const posted = await finished;
  const ids = idsOf(posted);
  const refused = messages - ids.length;
  const again = posted.filter(({ tries }) => tries.length > 1).length;
  const misses = refused > 0 ? [`${refused} never answered 202`] : [];
  return judge(stack, {
    ids,
    since,
    withinSeconds: WITHIN,
    notes: again > 0 ? [`${again} posted again`] : [],
    misses,
  });
}
