import type { Clock } from "@sendex/core/ports";
import { LRUCache } from "lru-cache";

/** What was looked up lately, for a while, and at most so many entries: a hint, never the authority. */
export interface Cache<V> {
  /**
   * The remembered value, or what `load` finds now; askers at the same time share one look-up. A `load` that
   * rejects, or finds undefined, is not remembered.
   */
  get(name: string, load: Load<V>): Promise<V | undefined>;
  /** The remembered value alone. */
  peek(name: string): V | undefined;
  /** Forgets the values for which `of` holds, and lets no look-up that is under way be remembered. */
  forget(of?: (value: V) => boolean): void;
}

export interface CacheLimits {
  /** Counted from the start of the look-up. */
  ttlMs: number;
  maxEntries: number;
  clock: Clock;
}

/** `value` is absent while the look-up is under way. */
interface Entry<V> {
  found?: Promise<V | undefined>;
  value?: V;
}

type Load<V> = () => Promise<V | undefined>;

/**
 * Keeps the look-ups themselves. lru-cache's own `fetch` would not do: it cannot forget by value what is under way,
 * and it rejects where a forgotten look-up finds nothing.
 */
export function openCache<V extends object>({ ttlMs, maxEntries, clock }: CacheLimits): Cache<V> {
  const entries = new LRUCache<string, Entry<V>>({
    max: maxEntries,
    ttl: ttlMs,
    ttlResolution: 0,
    perf: { now: () => clock().getTime() },
  });

  async function look(name: string, entry: Entry<V>, load: Load<V>): Promise<V | undefined> {
    try {
      const value = await load();
      if (value !== undefined) entry.value = value;
      return value;
    } finally {
      if (entry.value === undefined && entries.peek(name) === entry) entries.delete(name);
    }
  }

  return {
    peek: (name) => entries.get(name)?.value,
    get(name, load) {
      const known = entries.get(name)?.found;
      if (known) return known;
      const entry: Entry<V> = {};
      entries.set(name, entry);
      entry.found = look(name, entry, load);
      return entry.found;
    },
    forget(of) {
      for (const [name, { value }] of [...entries.entries()])
        if (!of || value === undefined || of(value)) entries.delete(name);
    },
  };
}
