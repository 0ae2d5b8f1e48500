import type { Clock } from "@sendex/core/ports";

/** What was looked up lately, for a while, and at most so many entries: a hint, never the authority. */
export interface Cache<V> {
  /**
   * The remembered value, or what `load` finds now; askers at the same time share one look-up. A `load` that
   * rejects, or finds undefined, is not remembered.
   */
  get(name: string, load: () => Promise<V | undefined>): Promise<V | undefined>;
  /** The remembered value alone. */
  peek(name: string): V | undefined;
  /** Forgets the values for which `of` holds, and lets no look-up that is under way be remembered. */
  forget(of?: (value: V) => boolean): void;
}

export interface CacheLimits {
  ttlMs: number;
  maxEntries: number;
  clock: Clock;
}

interface Entry<V> {
  value: V;
  until: number;
}

export function openCache<V>({ ttlMs, maxEntries, clock }: CacheLimits): Cache<V> {
  const entries = new Map<string, Entry<V>>();
  const loading = new Map<string, Promise<V | undefined>>();
  let generation = 0;

  function peek(name: string): V | undefined {
    const entry = entries.get(name);
    if (!entry) return undefined;
    if (entry.until > clock().getTime()) return entry.value;
    entries.delete(name);
    return undefined;
  }

  async function look(name: string, load: () => Promise<V | undefined>): Promise<V | undefined> {
    const began = generation;
    try {
      const value = await load();
      if (value !== undefined && began === generation) keep(name, value);
      return value;
    } finally {
      if (began === generation) loading.delete(name);
    }
  }

  function keep(name: string, value: V): void {
    // A map remembers the order of insertion: the first is the oldest.
    const oldest = entries.size < maxEntries ? undefined : entries.keys().next().value;
    if (oldest !== undefined) entries.delete(oldest);
    entries.set(name, { value, until: clock().getTime() + ttlMs });
  }

  return {
    peek,
    get(name, load) {
      const known = peek(name);
      if (known !== undefined) return Promise.resolve(known);
      const started = loading.get(name) ?? look(name, load);
      loading.set(name, started);
      return started;
    },
    forget(of) {
      generation += 1;
      loading.clear();
      for (const [name, { value }] of entries) if (!of || of(value)) entries.delete(name);
    },
  };
}
