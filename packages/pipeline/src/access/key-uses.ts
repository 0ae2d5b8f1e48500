import type { Caller } from "@sendex/core/access";
import type { Clock, Log } from "@sendex/core/ports";
import { type KeyUse, noteKeyUses } from "@sendex/data/access/api-keys";
import type { Data } from "@sendex/data/database/open";
import { LRUCache } from "lru-cache";

/** When keys were last used. */
export interface KeyUses {
  /** Notes a use, a moment later and off the caller's path; a key's at most once a minute. Never throws. */
  note(caller: Pick<Caller, "accountId" | "keyId">): void;
}

const MINUTE_MS = 60_000;
/** Uses within this time are written by one statement. */
const GATHER_MS = 1_000;
/** Above this number of keys a minute, some are noted more often. */
const MAX_REMEMBERED = 10_000;

/** A process that ends loses the last second's uses: the next one notes them anew. */
export function openKeyUses(data: Data, clock: Clock, log: Log): KeyUses {
  const noted = new LRUCache<string, true>({
    max: MAX_REMEMBERED,
    // An entry still holds when it is exactly as old as its ttl.
    ttl: MINUTE_MS - 1,
    ttlResolution: 0,
    perf: { now: () => clock().getTime() },
  });
  let gathered: KeyUse[] = [];
  async function write(): Promise<void> {
    const uses = gathered;
    gathered = [];
    try {
      await noteKeyUses(data, uses);
    } catch (error) {
      for (const { keyId } of uses) noted.delete(keyId);
      log.debug({ err: error, keys: uses.length }, "the use of keys was not noted");
    }
  }
  return {
    note({ accountId, keyId }) {
      if (noted.has(keyId)) return;
      noted.set(keyId, true);
      gathered.push({ accountId, keyId, at: clock() });
      if (gathered.length === 1) setTimeout(() => void write(), GATHER_MS).unref();
    },
  };
}
