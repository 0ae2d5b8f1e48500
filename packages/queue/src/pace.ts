import type { Redis } from "ioredis";
import { PRIORITIES, type Priority } from "@sendex/core/accepting/message";
import type { Log } from "@sendex/core/ports";
import { bounded } from "./bounded";
import { DEFAULT_PREFIX } from "./names";
import { watchOutage } from "./outage";
import { LONGEST_RETURN_MS, RESERVE, THROTTLED } from "./pace-scripts";
import { runScript } from "./script";

const BOUND_MS = 1_000;
/** While Redis is away nothing new is taken from the queues either; what is in flight asks again later. */
const AWAY_MS = 1_000;
/**
 * A slot at most this far away is waited for in place. Bulk holds few slots ahead, because those that a higher tier then
 * takes at the same time are above the rate.
 */
const LONGEST_WAIT_MS: Record<Priority, number> = { critical: 1_000, standard: 1_000, bulk: 250 };

export interface Reservation {
  reserved: boolean;
  /**
   * Reserved: sleep this long, then send. Not reserved: come back after this, a time that no other caller gets. Whole
   * ms, rounded up.
   */
  waitMs: number;
  /** Not reserved because Redis could not be asked. */
  away?: boolean;
}

export interface Pace {
  /**
   * Asks for the right to send to one recipient over `route` at `rate` a second, shared by every process. A tier never
   * waits behind a lower one. Those who ask while an answer is under way ask together next. Never rejects.
   */
  reserve(route: string, rate: number, priority: Priority): Promise<Reservation>;
  /** SES said that we are too fast: send slower for a while. Never rejects. */
  throttled(route: string): Promise<void>;
}

export interface PaceOptions {
  redis: Redis;
  prefix?: string;
  log: Log;
  /** How far away a slot may be. */
  longestWaitMs?: Record<Priority, number>;
}

interface Asker {
  rate: number;
  priority: Priority;
  answer: (reservation: Reservation) => void;
}

const AWAY: Reservation = { reserved: false, waitMs: AWAY_MS, away: true };

/** Paces by GCRA (the generic cell rate algorithm, ITU-T I.371) in Redis, whose clock all processes share. */
export function openPace(options: PaceOptions): Pace {
  const { redis, prefix = DEFAULT_PREFIX, log } = options;
  const keyOf = (route: string) => `${prefix}:pace:${route}`;
  const outage = watchOutage(log, { begun: "no pace to be had; sends wait", over: "sends are paced again" });
  /** By route; only routes with a question under way. */
  const askers = new Map<string, Asker[]>();

  async function askAll(route: string): Promise<void> {
    for (let asking = askers.get(route); asking && asking.length > 0; asking = askers.get(route)) {
      askers.set(route, []);
      try {
        await ask(options, keyOf(route), asking);
        outage.worked();
      } catch (error) {
        outage.failed(error);
        for (const { answer } of asking) answer(AWAY);
      }
    }
    askers.delete(route);
  }

  return {
    reserve(route, rate, priority) {
      if (rate <= 0) return Promise.resolve({ reserved: false, waitMs: AWAY_MS });
      return new Promise((answer) => {
        const waiting = askers.get(route);
        const asker = { rate, priority, answer };
        if (waiting) return void waiting.push(asker);
        askers.set(route, [asker]);
        void askAll(route);
      });
    },
    async throttled(route) {
      try {
        await bounded(BOUND_MS, "pace", () => runScript(redis, THROTTLED, keyOf(route), []));
      } catch (error) {
        log.warn({ err: error, route }, "the pace could not be lowered");
      }
    },
  };
}

/** One question for all of them, tier by tier; within a tier the first to ask gets the first slot. */
async function ask(
  { redis, longestWaitMs = LONGEST_WAIT_MS }: PaceOptions,
  key: string,
  asking: Asker[],
): Promise<void> {
  const tiers = PRIORITIES.map((tier) => asking.filter(({ priority }) => priority === tier));
  const counts = PRIORITIES.flatMap((tier, i) => [tiers[i]?.length ?? 0, longestWaitMs[tier]]);
  const rate = asking.at(-1)?.rate ?? 0;
  const answer = await bounded(BOUND_MS, "pace", () => runScript(redis, RESERVE, key, [rate, ...counts]));
  const slots = readSlots(answer);
  tiers.forEach((tier, i) => tier.forEach((asker, place) => asker.answer(slots(i, place))));
}

/** The script's answer → the reservation of each one in a tier, by its place. */
function readSlots(answer: unknown): (tier: number, place: number) => Reservation {
  if (!Array.isArray(answer)) throw new Error("the pace script answered in an unknown shape");
  const [interval = 0, returning = 0, ...tiers] = answer.map(Number);
  return (tier, place) => {
    const [granted = 0, first = 0, back = 0] = tiers.slice(3 * tier, 3 * tier + 3);
    if (place < granted) return { reserved: true, waitMs: wholeMs(first + place * interval) };
    const wait = wholeMs(back + (place - granted) * returning);
    return { reserved: false, waitMs: wait < LONGEST_RETURN_MS ? wait : spread(LONGEST_RETURN_MS) };
  };
}

function wholeMs(us: number): number {
  return Math.max(0, Math.ceil(us / 1000));
}

/** Those beyond the longest return would all come at the same time. */
function spread(ms: number): number {
  return Math.ceil(ms * (0.5 + Math.random() / 2));
}
