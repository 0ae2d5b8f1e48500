import type { Feed } from "./feed";

/** Looks that run at once in a process, so that streams never hold more of its connections. */
const AT_ONCE = 2;
/** Between two looks at one account, however many hints come. */
const GAP_MS = 200;

/** Looks at accounts when asked to: a few at a time, and at each account one after the other. */
export interface Looks {
  /** Of what is asked while a look waits, the one that goes furthest back is done. */
  ask(feed: Feed, depthMs: number): void;
}

export function openLooks(failed: (error: unknown) => void): Looks {
  const due = new Map<Feed, number>();
  const busy = new Set<Feed>();
  let running = 0;

  function next(): void {
    for (const [feed, depthMs] of due) {
      if (running >= AT_ONCE) return;
      if (busy.has(feed)) continue;
      due.delete(feed);
      busy.add(feed);
      running += 1;
      void feed
        .look(depthMs)
        .catch(failed)
        .finally(() => {
          running -= 1;
          setTimeout(() => free(feed), GAP_MS).unref();
          next();
        });
    }
  }

  function free(feed: Feed): void {
    busy.delete(feed);
    next();
  }

  return {
    ask(feed, depthMs) {
      due.set(feed, Math.max(depthMs, due.get(feed) ?? 0));
      next();
    },
  };
}
