import type { Redis } from "ioredis";
import type { Clock } from "@sendex/core/ports";
import { FIRST_WINDOW } from "@sendex/core/sending/admission";
import { QUEUES, type QueueName } from "./names";

/**
 * Of a queue's window: a queue shorter than this is empty within a moment, so the order of arrival does not matter.
 */
const DIRECT_PART = 0.5;
/** Of the queues that keep no backlog of their own: webhooks and notifications. */
const OTHER_WINDOW = 4_000;
/** A look at a queue is repeated after this. */
const LOOK_EVERY_MS = 100;
/** A look older than this is not used any more. */
const TRUST_MS = 1_000;

/**
 * Room kept in a queue. The holder calls it once: with true when the jobs are in Redis, with false when they will not
 * come.
 */
export type Room = (arrived: boolean) => void;

export interface DirectWindow {
  /** Room in the queue for `jobs`, or undefined where there is none. Never waits. */
  room(name: QueueName, jobs: number): Room | undefined;
}

const NOTHING: Room = () => undefined;

export interface DirectWindowOptions {
  redis: Redis;
  clock: Clock;
  waitKey: (name: QueueName) => string;
  windowsKey: string;
}

interface View {
  waiting: number;
  window: number;
  /** Of this process: given room, and not in Redis yet. */
  coming: number;
  /** Of this process: put in, ever, and when the last look began. */
  arrived: number;
  arrivedBefore: number;
  lookedAt: number;
  looking: boolean;
}

/**
 * Lets fresh jobs straight into a queue that is short. In front of a long one they wait in PostgreSQL with all others,
 * since turns are decided there. It uses what was seen at the last look and put in since, so several processes
 * together may overshoot a little.
 */
export function openDirectWindow({ redis, clock, waitKey, windowsKey }: DirectWindowOptions): DirectWindow {
  const views = new Map<QueueName, View>();

  async function look(name: QueueName, view: View): Promise<void> {
    view.looking = true;
    const arrivedBefore = view.arrived;
    try {
      const [waiting, window] = await Promise.all([redis.llen(waitKey(name)), redis.hget(windowsKey, name)]);
      const known = window === null ? windowOf(name) : Number(window);
      Object.assign(view, { waiting, window: known, arrivedBefore, lookedAt: clock().getTime() });
    } catch {
      // Redis is away: the next caller looks again.
    } finally {
      view.looking = false;
    }
  }

  return {
    room(name, jobs) {
      if (jobs === 0) return NOTHING;
      if (redis.status !== "ready") return undefined;
      const view = views.get(name) ?? unseen(windowOf(name));
      views.set(name, view);
      const since = clock().getTime() - view.lookedAt;
      // A clock that went back says nothing of how old a look is.
      const age = since < 0 ? Infinity : since;
      if (age > LOOK_EVERY_MS && !view.looking) void look(name, view);
      const waiting = age > TRUST_MS ? 0 : view.waiting;
      const arrived = view.arrived - view.arrivedBefore;
      if (waiting + arrived + view.coming + jobs > view.window * DIRECT_PART) return undefined;
      view.coming += jobs;
      return (hasArrived) => {
        view.coming -= jobs;
        if (hasArrived) view.arrived += jobs;
      };
    },
  };
}

function windowOf(name: QueueName): number {
  return name === QUEUES.deliver || name === QUEUES.ingest ? OTHER_WINDOW : FIRST_WINDOW;
}

function unseen(window: number): View {
  return {
    waiting: 0,
    window,
    coming: 0,
    arrived: 0,
    arrivedBefore: 0,
    lookedAt: -Infinity,
    looking: false,
  };
}
