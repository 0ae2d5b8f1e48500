import { group } from "@sendex/kit/group";
import type { Log } from "@sendex/core/ports";
import { bounded } from "./bounded";
import { openLocalCounts } from "./local-counts";
import { DEFAULT_PREFIX } from "./names";
import { watchOutage } from "./outage";

/** docs/contract.md "Limits": every Redis command on a request's path is bounded at this. */
const BOUND_MS = 50;
const WINDOW_MS = 60_000;
/** A key outlives its window a little, for processes whose clocks differ. */
const KEPT_MS = 2 * WINDOW_MS;
/** Buckets remembered in the process; beyond it the oldest is forgotten. */
const MAX_BUCKETS = 20_000;
const MAX_GROUP = 1_000;
/** After a failure Redis is left alone for this long, so that an outage costs one request a bound, not each. */
const AWAY_MS = 1_000;

export interface RateState {
  allowed: boolean;
  limit: number;
  remaining: number;
  resetAt: Date;
}

export interface RateWindows {
  /** Counts one request of `bucket` in the UTC minute of `now`. Never rejects; at most 100 ms. */
  hit(bucket: string, limit: number, now: Date): Promise<RateState>;
}

/** The two commands that counting needs. */
export interface CountingRedis {
  incrby(key: string, by: number): Promise<number>;
  pexpire(key: string, ms: number): Promise<number>;
}

export interface RateWindowsOptions {
  /** A connection with the role `command`. */
  redis: CountingRedis;
  prefix?: string;
  log: Log;
  maxBuckets?: number | undefined;
}

/**
 * Fixed UTC-minute windows, counted in Redis for all processes together. Requests that are in flight together are
 * counted with one command a bucket. While Redis is away or slow a process goes on with its own count, which has
 * followed along, so that an outage resets no window.
 */
export function openRateWindows(options: RateWindowsOptions): RateWindows {
  const { redis, prefix = DEFAULT_PREFIX, log, maxBuckets = MAX_BUCKETS } = options;
  const local = openLocalCounts(maxBuckets);
  const count = group<string, number>((keys) => countTogether(redis, keys), {
    items: MAX_GROUP,
    shared: () => true,
  });
  const outage = watchOutage(log, {
    begun: "rate windows are counted in the process",
    over: "rate windows are shared again",
  });
  let askAgainAt = 0;

  async function countShared(key: string): Promise<number | undefined> {
    if (performance.now() < askAgainAt) return undefined;
    try {
      const counted = await count(key);
      outage.worked();
      return counted;
    } catch (error) {
      outage.failed(error);
      askAgainAt = performance.now() + AWAY_MS;
      return undefined;
    }
  }

  return {
    async hit(bucket, limit, now) {
      const window = Math.floor(now.getTime() / WINDOW_MS);
      const own = local.add(bucket, window);
      // After an outage the shared count has not seen what was counted here meanwhile.
      const counted = Math.max(own, (await countShared(`${prefix}:rate:${bucket}:${window}`)) ?? 0);
      local.raise(bucket, window, counted);
      return {
        allowed: counted <= limit,
        limit,
        remaining: Math.max(0, limit - counted),
        resetAt: new Date((window + 1) * WINDOW_MS),
      };
    },
  };
}

/** One increment a key for all that asked for it; each asker gets the number it would have had alone. */
async function countTogether(redis: CountingRedis, keys: string[]): Promise<number[]> {
  const asked = new Map<string, number>();
  const places = keys.map((key) => {
    const place = (asked.get(key) ?? 0) + 1;
    asked.set(key, place);
    return place;
  });
  const totals = await bounded(BOUND_MS, "rate windows", () => increment(redis, asked));
  return keys.map((key, i) => (totals.get(key) ?? 0) - (asked.get(key) ?? 0) + (places[i] ?? 0));
}

async function increment(redis: CountingRedis, asked: Map<string, number>): Promise<Map<string, number>> {
  const counted = [...asked].map(async ([key, by]) => {
    const [total] = await Promise.all([redis.incrby(key, by), redis.pexpire(key, KEPT_MS)]);
    return [key, total] as const;
  });
  return new Map(await Promise.all(counted));
}
