import { FRESH_MS, LATE_MS, LOOK_MS } from "@sendex/core/events";
import type { Clock, Log } from "@sendex/core/ports";
import type { Data } from "@sendex/data/database/open";
import type { EventHints } from "@sendex/queue/event-hints";
import { type Outage, watchOutage } from "@sendex/queue/outage";
import { type Feed, openFeed } from "./feed";
import { openLooks } from "./looks";

/** The feeds of a process: one for each account with streams, for as long as it has some. */
export interface Feeds {
  /** Rejects where what is there already cannot be read. */
  take(accountId: string): Promise<TakenFeed>;
  /** Of reading. */
  outage: Outage;
}

export interface TakenFeed {
  feed: Feed;
  /** Once. */
  giveBack(): void;
}

export interface FeedsOptions {
  data: Data;
  hints: EventHints;
  clock: Clock;
  log: Log;
}

interface Shared {
  feed: Feed;
  users: number;
}

/** @param onLook called with every regular look, while there are feeds */
export function openFeeds({ data, hints, clock, log }: FeedsOptions, onLook: () => void): Feeds {
  const feeds = new Map<string, Shared>();
  const outage = watchOutage(log, { begun: "event streams cannot read", over: "event streams read again" });
  const watch = openWatch(hints, feeds, (error) => outage.failed(error), onLook);

  function giveBack(accountId: string, shared: Shared): void {
    shared.users -= 1;
    if (shared.users === 0 && feeds.get(accountId) === shared) feeds.delete(accountId);
    if (feeds.size === 0) watch.stop();
  }

  return {
    outage,
    async take(accountId) {
      const shared = feeds.get(accountId) ?? { feed: openFeed(data, accountId, clock), users: 0 };
      feeds.set(accountId, shared);
      shared.users += 1;
      watch.start();
      try {
        await shared.feed.ready;
      } catch (error) {
        // The next one begins anew.
        if (feeds.get(accountId) === shared) feeds.delete(accountId);
        giveBack(accountId, shared);
        throw error;
      }
      return { feed: shared.feed, giveBack: () => giveBack(accountId, shared) };
    },
  };
}

/** Looks at feeds on hints and regularly, while it is started: hints take a connection to Redis. */
function openWatch(
  hints: EventHints,
  feeds: ReadonlyMap<string, Shared>,
  failed: (error: unknown) => void,
  onLook: () => void,
): { start(): void; stop(): void } {
  const looks = openLooks(failed);
  const look = (shared: Shared | undefined, depthMs: number): void => {
    if (shared) looks.ask(shared.feed, depthMs);
  };
  const lookAtAll = (): void => feeds.forEach((shared) => look(shared, LATE_MS));
  let timer: NodeJS.Timeout | undefined;
  let stopListening = (): void => undefined;
  return {
    start() {
      if (timer) return;
      timer = setInterval(() => {
        lookAtAll();
        onLook();
      }, LOOK_MS).unref();
      stopListening = hints.listen({
        changed: (accountIds) => accountIds.forEach((id) => look(feeds.get(id), FRESH_MS)),
        all: lookAtAll,
      });
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      stopListening();
    },
  };
}
