import type { Caller } from "@sendex/core/access";
import type { Clock, Log } from "@sendex/core/ports";
import { networkOf } from "@sendex/core/alerts/network";
import { type KeyUse, noteKeyUses } from "@sendex/data/access/api-keys";
import { type NetworkUse, noteNetworks } from "@sendex/data/alerts/networks";
import type { Data } from "@sendex/data/database/open";
import { HOUR_MS } from "@sendex/kit/day";
import { LRUCache } from "lru-cache";

/** When keys were last used, and from where. */
export interface KeyUses {
  /**
   * Notes a use, a moment later and off the caller's path; a key's at most once a minute, and of a live key each network
   * at most once an hour. Never throws.
   */
  note(caller: Pick<Caller, "accountId" | "keyId" | "mode">, address: string | undefined): void;
}

const MINUTE_MS = 60_000;
/** Uses within this time are written by one statement. */
const GATHER_MS = 1_000;
/** Above this number of keys a minute, or of their networks an hour, some are noted more often. */
const MAX_REMEMBERED = 10_000;

/** A process that ends loses the last second's uses: the next one notes them anew. */
export function openKeyUses(data: Data, clock: Clock, log: Log): KeyUses {
  const uses = openNotes<KeyUse>(clock, MINUTE_MS, (all) => noteKeyUses(data, all), log);
  const networks = openNotes<NetworkUse>(clock, HOUR_MS, (all) => noteNetworks(data, all), log);
  return {
    note({ accountId, keyId, mode }, address) {
      uses.note(keyId, () => ({ accountId, keyId, at: clock() }));
      const network = mode === "live" && address !== undefined ? networkOf(address) : undefined;
      if (network !== undefined)
        networks.note(`${keyId} ${network}`, () => ({ accountId, keyId, network, at: clock() }));
    },
  };
}

/** Gathers what is noted and writes it together; what has the same name is noted once in `everyMs`. */
function openNotes<Use>(
  clock: Clock,
  everyMs: number,
  write: (uses: Use[]) => Promise<void>,
  log: Log,
): { note(name: string, useOf: () => Use): void } {
  const noted = new LRUCache<string, true>({
    max: MAX_REMEMBERED,
    // An entry still holds when it is exactly as old as its ttl.
    ttl: everyMs - 1,
    ttlResolution: 0,
    perf: { now: () => clock().getTime() },
  });
  let gathered = new Map<string, Use>();
  async function flush(): Promise<void> {
    const uses = gathered;
    gathered = new Map();
    try {
      await write([...uses.values()]);
    } catch (error) {
      for (const name of uses.keys()) noted.delete(name);
      log.debug({ err: error, uses: uses.size }, "the use of keys was not noted");
    }
  }
  return {
    note(name, useOf) {
      if (noted.has(name)) return;
      noted.set(name, true);
      gathered.set(name, useOf());
      if (gathered.size === 1) setTimeout(() => void flush(), GATHER_MS).unref();
    },
  };
}
