import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { bucketOf, type Histogram, mergeDelays, middleOf, quantilesOf } from "./delay";

const delay = fc.integer({ min: 11, max: 28 * 86_400_000 });

function histogramOf(delays: readonly number[]): Histogram {
  return mergeDelays(delays.map((ms) => new Map([[bucketOf(ms), 1]])));
}

describe("delays", () => {
  it("are within 5 % of the middle of their bucket", () => {
    fc.assert(
      fc.property(delay, (ms) => {
        expect(Math.abs(middleOf(bucketOf(ms)) - ms) / ms).toBeLessThanOrEqual(0.05);
      }),
    );
  });

  it("grow with their bucket", () => {
    fc.assert(fc.property(delay, (ms) => bucketOf(ms) <= bucketOf(ms + 1)));
  });

  it("have quantiles within 5 % of the exact ones, however the histograms came together", () => {
    fc.assert(
      fc.property(fc.array(delay, { minLength: 1, maxLength: 200 }), fc.nat(), (delays, cut) => {
        const parts = [delays.slice(0, cut % delays.length), delays.slice(cut % delays.length)];
        const { p50, p95 } = quantilesOf(mergeDelays(parts.map(histogramOf)));
        const sorted = [...delays].sort((a, b) => a - b);
        const exact = (quantile: number) => sorted[Math.ceil(sorted.length * quantile) - 1] ?? 0;
        for (const [told, true_] of [
          [p50, exact(0.5)],
          [p95, exact(0.95)],
        ] as const)
          expect(Math.abs((told ?? 0) - true_) / true_).toBeLessThanOrEqual(0.051 + 0.5 / true_);
      }),
    );
  });

  it("of nothing have no quantiles", () => {
    expect(quantilesOf(new Map())).toEqual({ p50: null, p95: null, p99: null });
  });
});
