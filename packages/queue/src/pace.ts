import type { Redis } from "ioredis";
import type { Log } from "@sendex/core/ports";
import { bounded } from "./bounded";
import { DEFAULT_PREFIX } from "./names";
import { RESERVE, THROTTLED } from "./pace-scripts";

const BOUND_MS = 1_000;
/** While Redis is away nothing new is taken from the queues either; what is in flight asks again later. */
const AWAY_MS = 1_000;

export interface Reservation {
  reserved: boolean;
  /** Reserved: sleep this long, then send. Not reserved: worth asking again after this. Whole ms, rounded up. */
  waitMs: number;
}

export interface Pace {
  /**
   * Asks for the right to send to one recipient over `route` at `rate` a second, shared by every process.
   * A slot is taken only when it comes up within `maxWaitMs`. `urgent` does not wait behind slots that
   * others have reserved ahead; they come later instead. Never rejects.
   */
  reserve(
    route: string,
    rate: number,
    maxWaitMs: number,
    options?: { urgent?: boolean },
  ): Promise<Reservation>;
  /** The far side said we are too fast: go slower for a while. Never rejects. */
  throttled(route: string): Promise<void>;
}

export interface PaceOptions {
  redis: Redis;
  prefix?: string;
  log: Log;
}

/** Paces by GCRA (the generic cell rate algorithm, ITU-T I.371) in Redis, whose clock all processes share. */
export function openPace({ redis, prefix = DEFAULT_PREFIX, log }: PaceOptions): Pace {
  const keyOf = (route: string) => `${prefix}:pace:${route}`;
  return {
    async reserve(route, rate, maxWaitMs, { urgent = false } = {}) {
      if (rate <= 0) return { reserved: false, waitMs: AWAY_MS };
      try {
        const answer = await bounded(BOUND_MS, "pace", () =>
          redis.eval(RESERVE, 1, keyOf(route), rate, maxWaitMs, urgent ? 1 : 0),
        );
        return readReservation(answer);
      } catch (error) {
        log.warn({ err: error, route }, "no pace to be had; the send waits");
        return { reserved: false, waitMs: AWAY_MS };
      }
    },
    async throttled(route) {
      try {
        await bounded(BOUND_MS, "pace", () => redis.eval(THROTTLED, 1, keyOf(route)));
      } catch (error) {
        log.warn({ err: error, route }, "the pace could not be lowered");
      }
    },
  };
}

function readReservation(answer: unknown): Reservation {
  if (!Array.isArray(answer)) throw new Error("the pace script answered in an unknown shape");
  return { reserved: answer[0] === 1, waitMs: Number(answer[1]) };
}
