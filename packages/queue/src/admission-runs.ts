import type { Redis } from "ioredis";

/**
 * Notes of the runs of admission in hand, each known by the moment until which what it admits stands. A run whose
 * process was killed, or that failed, leaves its note behind: what it took may be in no queue.
 */
export interface AdmissionRuns {
  /** Notes a run. → the noted ones before it that never ended and whose admissions still stand at `now` */
  begin(until: Date, now: Date): Promise<Date[]>;
  end(until: Date): Promise<void>;
}

export function openAdmissionRuns(redis: Redis, prefix: string): AdmissionRuns {
  const key = `${prefix}:admission-runs`;
  return {
    async begin(until, now) {
      const replies = await redis
        .multi()
        .zremrangebyscore(key, "-inf", String(now.getTime()))
        .zrange(key, "0", "-1")
        .zadd(key, until.getTime(), String(until.getTime()))
        .exec();
      const [, noted] = replies?.map(([error, reply]) => (error ? raise(error) : reply)) ?? [];
      return (noted as string[]).map((moment) => new Date(Number(moment)));
    },
    async end(until) {
      await redis.zrem(key, String(until.getTime()));
    },
  };
}

function raise(error: Error): never {
  throw error;
}
