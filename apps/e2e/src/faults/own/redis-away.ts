import type { Stack, StackOptions } from "../../stack";
import { judge, p99 } from "../judge";
import { idsOf, startLoad } from "../load";
import { onStack } from "../on-stack";
import { startRedisProcess } from "../own-redis";
import { type Drill, DRILL, type Fault, type Figures } from "../row";
import { watchReadiness } from "../readiness";
import { pause } from "../wait";

const P99_MS = 200;
/** The drain's own bound; the matrix names none. */
const DRAIN_S = 60;
/** Load before Redis goes, in seconds. */
const BEFORE_S = 2;
const CLIENTS = 20;
/** Fresh processes are slow at first, whatever ails Redis. */
const WARM_UP = { messages: 300, perSecond: 60, clients: CLIENTS };
const CALM_S = 3;

interface Trouble {
  strike(): Promise<void>;
  mend(): Promise<void>;
}

export const redisDown: Fault = {
  row: "8",
  fault: "Redis down under load",
  target: `every POST 202, p99 < ${P99_MS} ms; readiness degraded; drains after`,
  messages: 1000,
  run: (messages, drill = DRILL) =>
    away({ proxied: true }, messages, drill, ({ proxies }) => ({
      strike: async () => proxies?.redis.cut(),
      mend: async () => proxies?.redis.mend(),
    })),
};

export const redisFull: Fault = {
  row: "9",
  fault: "Redis out of memory (noeviction)",
  target: "as 8",
  messages: 1000,
  run: (messages, drill = DRILL) =>
    onOwnRedis(messages, drill, (redis) => ({
      strike: () => redis.setMemoryLimit(1),
      mend: () => redis.setMemoryLimit(0),
    })),
};

export const redisHangs: Fault = {
  row: "9b",
  fault: "Redis STOPped (hangs)",
  target: "as 8",
  messages: 1000,
  run: (messages, drill = DRILL) =>
    onOwnRedis(messages, drill, ({ server }) => ({
      strike: async () => server.freeze(),
      mend: async () => server.resume(),
    })),
};

async function onOwnRedis(
  messages: number,
  drill: Drill,
  troubleOf: (redis: Awaited<ReturnType<typeof startRedisProcess>>) => Trouble,
): Promise<Figures> {
  const redis = await startRedisProcess();
  return away({ openRedis: async () => redis }, messages, drill, () => troubleOf(redis));
}

function away(
  options: StackOptions,
  messages: number,
  { outageSeconds }: Drill,
  troubleOf: (stack: Stack) => Trouble,
): Promise<Figures> {
  return onStack(options, async (stack) => {
    const perSecond = messages / (BEFORE_S + outageSeconds);
    const { strike, mend } = troubleOf(stack);
    await startLoad(stack, WARM_UP).finished;
    await pause(CALM_S);
    const { finished } = startLoad(stack, { messages, perSecond, clients: CLIENTS });
    await pause(BEFORE_S);
    await strike();
    const from = Date.now();
    const readiness = watchReadiness(stack, "api");
    await pause(outageSeconds);
    const said = readiness.stop();
    await mend();
    const since = performance.now();
    const posted = await finished;
    const refused = messages - idsOf(posted).length;
    const tries = posted.flatMap((one) => one.tries);
    const slowest = p99(tries.filter(({ at }) => at >= from).map(({ ms }) => ms));
    const usual = p99(tries.filter(({ at }) => at < from).map(({ ms }) => ms));
    const figures = await judge(stack, {
      ids: idsOf(posted),
      since,
      withinSeconds: DRAIN_S,
      notes: [`${outageSeconds} s away`, `p99 ${slowest.toFixed(0)} ms`, `${usual.toFixed(0)} ms before`],
      misses: [
        ...(refused > 0 ? [`${refused} not answered 202`] : []),
        ...(said.some((text) => text.includes("redis")) ? [] : ["readiness did not name Redis"]),
      ],
    });
    const slow = slowest >= P99_MS ? [`p99 ${slowest.toFixed(0)} ms instead of ${P99_MS} ms`] : [];
    return { ...figures, late: [...slow, ...(figures.late ?? [])] };
  });
}
