import type { Redis } from "ioredis";
import { PRIORITIES, type Priority } from "@sendex/core/accepting/message";
import { SEND_QUEUES, waitKey } from "./names";

/** Counts are sent on at most this often, together. */
const FLUSH_MS = 100;
/** The scheduler announces them every run; without a scheduler they expire. */
const WINDOWS_KEPT_MS = 5_000;

/** A measurement of a tier's queue. */
export interface Measured {
  /** Jobs that wait. */
  waiting: number;
  /** Recipients that workers began to send, ever. */
  taken: number;
}

/** What the scheduler needs to keep each tier's queue about 1 s long, and announces to the others. */
export interface SendWindows {
  /** A worker began to send to one recipient of the tier. Told to Redis a little later; never rejects. */
  took(priority: Priority): void;
  /** Rejects while Redis is away. */
  measure(): Promise<Record<Priority, Measured>>;
  /** How long each tier's queue may be for now. */
  announce(windows: Record<Priority, number>): Promise<void>;
  /** What was announced lately, by the queues' names. */
  read(): Promise<Map<string, number>>;
}

/** Field names are the queues' names. */
export function windowsKey(prefix: string): string {
  return `${prefix}:windows`;
}

export function openSendWindows(redis: Redis, prefix: string): SendWindows {
  const takenKey = `${prefix}:taken`;
  const counts = new Map<Priority, number>();
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    timer = undefined;
    for (const [priority, count] of counts) {
      // An estimate of the speed of work: a lost count changes nothing for long.
      redis.hincrby(takenKey, priority, count).catch(() => undefined);
    }
    counts.clear();
  }

  return {
    took(priority) {
      counts.set(priority, (counts.get(priority) ?? 0) + 1);
      timer ??= setTimeout(flush, FLUSH_MS).unref();
    },
    async measure() {
      const [taken, ...waiting] = await Promise.all([
        redis.hgetall(takenKey),
        ...PRIORITIES.map((priority) => redis.llen(waitKey(prefix, SEND_QUEUES[priority]))),
      ]);
      const of = (priority: Priority): Measured => ({
        waiting: waiting[PRIORITIES.indexOf(priority)] ?? 0,
        taken: Number(taken[priority] ?? 0),
      });
      return { critical: of("critical"), standard: of("standard"), bulk: of("bulk") };
    },
    async announce(windows) {
      const key = windowsKey(prefix);
      const fields = PRIORITIES.flatMap((priority) => [SEND_QUEUES[priority], Math.round(windows[priority])]);
      await Promise.all([redis.hset(key, ...fields), redis.pexpire(key, WINDOWS_KEPT_MS)]);
    },
    async read() {
      const sizes = await redis.hgetall(windowsKey(prefix));
      return new Map(Object.entries(sizes).map(([name, size]) => [name, Number(size)]));
    },
  };
}
