import { LRUCache } from "lru-cache";

export interface LocalCounts {
  /** Counts one and returns how many there are. */
  add(bucket: string, window: number): number;
  /** Follows the shared count, which may be ahead of what this process saw. */
  raise(bucket: string, window: number, count: number): void;
}

/** Counts by bucket within one window: a new one forgets the last. Beyond `maxBuckets` the one unused for longest is forgotten. */
export function openLocalCounts(maxBuckets: number): LocalCounts {
  const counts = new LRUCache<string, number>({ max: maxBuckets });
  let current = 0;
  return {
    add(bucket, window) {
      if (window !== current) counts.clear();
      current = window;
      const count = (counts.get(bucket) ?? 0) + 1;
      counts.set(bucket, count);
      return count;
    },
    raise(bucket, window, count) {
      if (window === current && count > (counts.get(bucket) ?? 0)) counts.set(bucket, count);
    },
  };
}
