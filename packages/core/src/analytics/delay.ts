/**
 * How long mail takes from accepted, or due, to delivered: a histogram whose buckets grow by a tenth, so that histograms
 * can be added up and a quantile of the sum is right to within 5 %. Source: DDSketch (Masson, Rim, Lee, VLDB 2019).
 */

const GROWTH = 1.1;
/** Below it nobody tells delays apart. */
const FIRST_MS = 10;
/** Beyond: 30 days, longer than any mail is tried. */
const LAST_BUCKET = 204;

export const QUANTILES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;
export type Quantiles = Record<keyof typeof QUANTILES, number | null>;

/** How many mails were in each bucket. */
export type Histogram = ReadonlyMap<number, number>;

/** The bucket of a delay; 0 is up to 10 ms. `bucketSql` is the same in SQL. */
export function bucketOf(ms: number): number {
  if (ms <= FIRST_MS) return 0;
  return Math.min(LAST_BUCKET, Math.ceil(Math.log(ms / FIRST_MS) / Math.log(GROWTH)));
}

/** The bucket of a delay, as an expression of SQL over one in milliseconds. */
export function bucketSql(ms: string): string {
  return `CASE WHEN ${ms} <= ${FIRST_MS} THEN 0 ELSE LEAST(${LAST_BUCKET}, ceil(ln(${ms} / ${FIRST_MS}.0) / ln(${GROWTH}))) END::smallint`;
}

/** What a delay in the bucket is taken for, in ms: no delay in it is further away than 5 %. */
export function middleOf(bucket: number): number {
  return bucket === 0 ? FIRST_MS : (2 * FIRST_MS * GROWTH ** bucket) / (1 + GROWTH);
}

export function mergeDelays(histograms: readonly Histogram[]): Histogram {
  const merged = new Map<number, number>();
  for (const histogram of histograms)
    for (const [bucket, count] of histogram) merged.set(bucket, (merged.get(bucket) ?? 0) + count);
  return merged;
}

/** In whole milliseconds; null where nothing was delivered. */
export function quantilesOf(histogram: Histogram): Quantiles {
  const buckets = [...histogram].sort(([a], [b]) => a - b);
  const total = buckets.reduce((sum, [, count]) => sum + count, 0);
  const at = (quantile: number): number | null => {
    let left = Math.max(1, Math.ceil(total * quantile));
    for (const [bucket, count] of buckets) {
      left -= count;
      if (left <= 0) return Math.round(middleOf(bucket));
    }
    return null;
  };
  return { p50: at(QUANTILES.p50), p95: at(QUANTILES.p95), p99: at(QUANTILES.p99) };
}
