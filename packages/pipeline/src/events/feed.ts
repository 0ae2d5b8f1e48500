import { LATE_MS } from "@sendex/core/events";
import type { Clock } from "@sendex/core/ports";
import { idFloor } from "@sendex/crypto/token";
import type { Data } from "@sendex/data/database/open";
import { listEventIds, readEvents, type StreamedEvent } from "@sendex/data/events";

/** Events read with one statement. */
const PAGE = 500;

/** Gets new events, in the order of their ids. */
export type Hear = (events: StreamedEvent[]) => void;

/** The new events of one account, read once for all of its streams in this process. */
export interface Feed {
  /** Resolves once what is there already is known; rejects where it cannot be read. */
  ready: Promise<void>;
  /** From then on `hear` gets each event once; ends with what it returns. */
  join(hear: Hear): () => void;
  /** Reads what became visible of the last `depthMs`. */
  look(depthMs: number): Promise<void>;
  /** Events after an id, whether or not they were told before, in pages of their order. */
  pages(after: string): AsyncGenerator<StreamedEvent[]>;
}

/** The first id that a look so far back begins after. */
export function floorOf(clock: Clock, depthMs: number): string {
  return idFloor("evt", new Date(Math.max(0, clock().getTime() - depthMs)));
}

export function openFeed(data: Data, accountId: string, clock: Clock): Feed {
  const told = new Set<string>();
  const hearers = new Set<Hear>();

  async function* idPages(after: string): AsyncGenerator<string[]> {
    for (let from = after; ;) {
      const ids = await listEventIds(data, accountId, from, PAGE);
      yield ids;
      const last = ids.at(-1);
      if (last === undefined || ids.length < PAGE) return;
      from = last;
    }
  }

  async function prime(): Promise<void> {
    for await (const ids of idPages(floorOf(clock, LATE_MS))) for (const id of ids) told.add(id);
  }

  const ready = prime();
  return {
    ready,
    join(hear) {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    async look(depthMs) {
      await ready;
      const floor = floorOf(clock, depthMs);
      for await (const ids of idPages(floor)) {
        const fresh = ids.filter((id) => !told.has(id));
        if (fresh.length === 0) continue;
        const events = await readEvents(data, accountId, fresh);
        // Not before: what could not be read is read by the next look.
        for (const id of fresh) told.add(id);
        for (const hear of hearers) hear(events);
      }
      if (depthMs >= LATE_MS) for (const id of told) if (id < floor) told.delete(id);
    },
    async *pages(after) {
      for await (const ids of idPages(after)) yield readEvents(data, accountId, ids);
    },
  };
}
