import type { Redis } from "ioredis";
import { FIRST_WINDOW } from "@sendex/core/admission";
import type { QueueName } from "./names";

/** Of a queue's window: up to here everybody is served within a moment, whoever came first. */
const DIRECT_PART = 0.5;
/** How old a look at a queue may be before there is another. */
const LOOK_EVERY_MS = 100;
/** A look older than this says nothing any more. */
const TRUST_MS = 1_000;

export interface DirectWindow {
  /** Whether so many jobs may be put into the queue now; a yes counts them. Never waits. */
  room(name: QueueName, jobs: number): boolean;
}

export interface DirectWindowOptions {
  redis: Redis;
  waitKey: (name: QueueName) => string;
  windowsKey: string;
}

interface View {
  waiting: number;
  window: number;
  /** Put in by this process since the last look. */
  added: number;
  lookedAt: number;
  looking: boolean;
}

/**
 * Lets fresh jobs straight into a queue that is short. In front of a long one they wait in PostgreSQL with all others,
 * since whose turn it is, is decided there. It goes by what was seen lately and put in since, so each process may
 * overshoot a little.
 */
export function openDirectWindow({ redis, waitKey, windowsKey }: DirectWindowOptions): DirectWindow {
  const views = new Map<QueueName, View>();

  async function look(name: QueueName, view: View): Promise<void> {
    view.looking = true;
    try {
      const [waiting, window] = await Promise.all([redis.llen(waitKey(name)), redis.hget(windowsKey, name)]);
      const known = window === null ? FIRST_WINDOW : Number(window);
      Object.assign(view, { waiting, window: known, added: 0, lookedAt: performance.now() });
    } catch {
      // Redis is away: whoever asks next looks again.
    } finally {
      view.looking = false;
    }
  }

  return {
    room(name, jobs) {
      if (redis.status !== "ready") return false;
      const view = views.get(name) ?? unseen();
      views.set(name, view);
      const age = performance.now() - view.lookedAt;
      if (age > LOOK_EVERY_MS && !view.looking) void look(name, view);
      const waiting = age > TRUST_MS ? 0 : view.waiting;
      if (waiting + view.added + jobs > view.window * DIRECT_PART) return false;
      view.added += jobs;
      return true;
    },
  };
}

function unseen(): View {
  return { waiting: 0, window: FIRST_WINDOW, added: 0, lookedAt: -Infinity, looking: false };
}
