import type { Redis } from "ioredis";
import type { Clock, Log } from "@sendex/core/ports";
import { bounded } from "./bounded";
import { DEFAULT_PREFIX } from "./names";
import { watchOutage } from "./outage";

/** On a request's path. Source: docs/contract.md "Limits". */
const BOUND_MS = 50;
/** What a process says of its seats is believed this long: one that was killed gives them up so late at most. */
const LEASE_MS = 20_000;

/** How many streams an account has open, counted over all processes. */
export interface StreamSeats {
  /** False where the account has `most` already. Never rejects. */
  take(accountId: string, most: number): Promise<boolean>;
  leave(accountId: string): void;
  /** Every few seconds, while streams are open. */
  renew(): void;
}

export interface StreamSeatsOptions {
  /** A connection with the role `command`. */
  redis: Pick<Redis, "multi">;
  /** Names the process, the same after it was started again: what it says then replaces what it said before. */
  instance: string;
  prefix?: string;
  clock: Clock;
  log: Log;
  /** How long a slow Redis is waited for before a process counts its own. */
  boundMs?: number;
}

/**
 * Each process keeps its own number of seats in the account's hash in Redis, with when that ends, and adds up all of them.
 * It says so before it looks, so that two that take the last seat at once may both be refused, and never both have
 * it. While Redis is away each process counts its own.
 */
export function openStreamSeats(options: StreamSeatsOptions): StreamSeats {
  const { redis, instance, prefix = DEFAULT_PREFIX, clock, log, boundMs = BOUND_MS } = options;
  const own = new Map<string, number>();
  const outage = watchOutage(log, {
    begun: "event streams are counted in the process",
    over: "event streams are counted together again",
  });

  /** → those of the other processes */
  async function say(accountId: string): Promise<number> {
    const key = `${prefix}:streams:${accountId}`;
    const now = clock().getTime();
    const seats = `${own.get(accountId) ?? 0} ${now + LEASE_MS}`;
    try {
      const answers = await bounded(boundMs, "stream seats", () =>
        redis.multi().hset(key, instance, seats).pexpire(key, LEASE_MS).hgetall(key).exec(),
      );
      outage.worked();
      return sumOfOthers(answers?.[2]?.[1], instance, now);
    } catch (error) {
      outage.failed(error);
      return 0;
    }
  }

  function add(accountId: string, by: number): number {
    const seats = (own.get(accountId) ?? 0) + by;
    if (seats > 0) own.set(accountId, seats);
    else own.delete(accountId);
    return seats;
  }

  return {
    async take(accountId, most) {
      const mine = add(accountId, 1);
      if (mine <= most && mine + (await say(accountId)) <= most) return true;
      add(accountId, -1);
      void say(accountId);
      return false;
    },
    leave(accountId) {
      add(accountId, -1);
      void say(accountId);
    },
    renew() {
      for (const accountId of own.keys()) void say(accountId);
    },
  };
}

/** `hash`: names of processes, each with its seats and when that ends. */
function sumOfOthers(hash: unknown, instance: string, now: number): number {
  let sum = 0;
  for (const [name, said] of Object.entries(Object(hash) as Record<string, unknown>)) {
    const [seats = 0, until = 0] = String(said).split(" ").map(Number);
    if (name !== instance && until > now) sum += seats;
  }
  return sum;
}
