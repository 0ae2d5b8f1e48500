import { type Interval, WANTED_COVERAGE } from "@sendex/kit/statistics";

/** What a figure, or ours divided by a floor's, is to reach. */
export interface Target {
  /** The figure's name. */
  figure: string;
  /** The name of the side that is ours; absent: the first one that is. */
  side?: string;
  /** The name of the side that ours is divided by; absent: the figure itself is judged. */
  against?: string;
  bound: { atLeast: number } | { atMost: number };
}

/**
 * A target is met when the interval reaches it. `met`: the whole interval lies on its good side; `reached`: only a
 * part of it does; `missed`: none of it.
 */
export type Outcome = "met" | "reached" | "missed";

export function judge({ low, high }: Interval, bound: Target["bound"]): Outcome {
  const [worst, best, wanted] =
    "atLeast" in bound ? [low, high, bound.atLeast] : [-high, -low, -bound.atMost];
  if (worst >= wanted) return "met";
  return best >= wanted ? "reached" : "missed";
}

/** Whether there were enough runs to rely on an interval. */
export function isReliable({ coverage }: Interval): boolean {
  return coverage >= WANTED_COVERAGE;
}
