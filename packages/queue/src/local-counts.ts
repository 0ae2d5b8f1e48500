export interface LocalCounts {
  /** Counts one and returns how many there are. */
  add(bucket: string, window: number): number;
  /** Follows the shared count, which may be ahead of what this process saw. */
  raise(bucket: string, window: number, count: number): void;
}

/** Counts by bucket within one window: a new one forgets the last. Beyond `maxBuckets` the oldest is forgotten. */
export function openLocalCounts(maxBuckets: number): LocalCounts {
  const counts = new Map<string, number>();
  let current = 0;

  function set(bucket: string, count: number): void {
    if (!counts.has(bucket) && counts.size >= maxBuckets) {
      const oldest = counts.keys().next();
      if (!oldest.done) counts.delete(oldest.value);
    }
    counts.set(bucket, count);
  }

  return {
    add(bucket, window) {
      if (window !== current) counts.clear();
      current = window;
      const count = (counts.get(bucket) ?? 0) + 1;
      set(bucket, count);
      return count;
    },
    raise(bucket, window, count) {
      if (window === current && count > (counts.get(bucket) ?? 0)) set(bucket, count);
    },
  };
}
