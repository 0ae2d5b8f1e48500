import type { Log } from "@sendex/core/ports";
import { bounded } from "./bounded";
import { DEFAULT_PREFIX } from "./names";

/** CONTRACT "Limits": every Redis command on a request's path is bounded at this. */
const BOUND_MS = 50;
const WINDOW_MS = 60_000;
/** A key outlives its window a little, for processes whose clocks differ. */
const KEPT_MS = 2 * WINDOW_MS;
/** Buckets remembered in the process; beyond it the oldest is forgotten. */
const MAX_BUCKETS = 20_000;

export interface RateState {
  allowed: boolean;
  limit: number;
  remaining: number;
  resetAt: Date;
}

export interface RateWindows {
  /** Counts one request of `bucket` in the UTC minute of `now`. Never rejects; at most 50 ms. */
  hit(bucket: string, limit: number, now: Date): Promise<RateState>;
}

/** The two commands that counting needs. */
export interface CountingRedis {
  incr(key: string): Promise<number>;
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
 * Fixed UTC-minute windows, counted in Redis for all processes together. While Redis is away or slow a
 * process goes on with its own count, which has followed along, so that an outage resets nobody's window.
 */
export function openRateWindows(options: RateWindowsOptions): RateWindows {
  const { redis, prefix = DEFAULT_PREFIX, log, maxBuckets = MAX_BUCKETS } = options;
  const local = openLocalCounts(maxBuckets);
  let shared = true;

  async function countShared(bucket: string, window: number): Promise<number | undefined> {
    const key = `${prefix}:rate:${bucket}:${window}`;
    try {
      const [count] = await bounded(BOUND_MS, "rate window", () =>
        Promise.all([redis.incr(key), redis.pexpire(key, KEPT_MS)]),
      );
      if (!shared) log.info({}, "rate windows are shared again");
      shared = true;
      return count;
    } catch (error) {
      if (shared) log.warn({ err: error }, "rate windows are counted in the process");
      shared = false;
      return undefined;
    }
  }

  return {
    async hit(bucket, limit, now) {
      const window = Math.floor(now.getTime() / WINDOW_MS);
      const own = local.add(bucket, window);
      const count = (await countShared(bucket, window)) ?? own;
      local.raise(bucket, window, count);
      return {
        allowed: count <= limit,
        limit,
        remaining: Math.max(0, limit - count),
        resetAt: new Date((window + 1) * WINDOW_MS),
      };
    },
  };
}

interface LocalCounts {
  add(bucket: string, window: number): number;
  /** Follows the shared count, which may be ahead of what this process saw. */
  raise(bucket: string, window: number, count: number): void;
}

/** Holds one window only: a new minute forgets the last. */
function openLocalCounts(maxBuckets: number): LocalCounts {
  const counts = new Map<string, number>();
  let current = 0;

  function set(bucket: string, count: number): void {
    if (!counts.has(bucket) && counts.size >= maxBuckets) {
      const oldest = counts.keys().next();
      if (!oldest.done) counts.delete(oldest.value);
    }
    counts.set(bucket, count);
  }

  return {
    add(bucket, window) {
      if (window !== current) counts.clear();
      current = window;
      const count = (counts.get(bucket) ?? 0) + 1;
      set(bucket, count);
      return count;
    },
    raise(bucket, window, count) {
      if (window === current && count > (counts.get(bucket) ?? 0)) set(bucket, count);
    },
  };
}
