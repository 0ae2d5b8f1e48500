/** Bounds of a median and how sure they are: `coverage` is a probability. */
export interface Interval {
  low: number;
  high: number;
  coverage: number;
}

/** What an interval must cover for a claim to be made of it. */
export const WANTED_COVERAGE = 0.95;

/** The middle value; between two, their mean. Throws RangeError without values. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const middle = sorted.length >> 1;
  const upper = at(sorted, middle);
  return sorted.length % 2 === 1 ? upper : (at(sorted, middle - 1) + upper) / 2;
}

/** By nearest rank: the smallest value that `share` (0 to 1) of all values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = ascending(values);
  return at(sorted, Math.max(0, Math.ceil(share * sorted.length) - 1));
}

/**
 * Distribution-free interval of the median from order statistics: the k-th smallest and k-th largest value, with
 * the greatest k that still covers 95 %. Under six values none does; then these are the extremes, and
 * `coverage` says what they are worth. Source: binomial(n, 1/2) tails, as in Conover, Practical Nonparametric
 * Statistics, 3.2.
 */
export function medianInterval(values: readonly number[]): Interval {
  const sorted = ascending(values);
  const count = sorted.length;
  let k = 1;
  while (k + 1 <= count / 2 && coverageOf(k + 1, count) >= WANTED_COVERAGE) k += 1;
  return { low: at(sorted, k - 1), high: at(sorted, count - k), coverage: Math.max(0, coverageOf(k, count)) };
}

/** The probability that the median lies between the k-th smallest and the k-th largest of `count` values. */
function coverageOf(k: number, count: number): number {
  let tail = 0;
  let ways = 1;
  for (let below = 0; below < k; below += 1) {
    tail += ways;
    ways = (ways * (count - below)) / (below + 1);
  }
  return 1 - (2 * tail) / 2 ** count;
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}

function at(sorted: readonly number[], index: number): number {
  const value = sorted[index];
  if (value === undefined) throw new RangeError("There are no values to take a median of");
  return value;
}
