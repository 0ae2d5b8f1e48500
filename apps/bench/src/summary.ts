import type { Figure, Sample, Side } from "./comparison";
import { type Interval, median, medianInterval, WANTED_COVERAGE } from "./statistics";

export interface Spread extends Interval {
  median: number;
}

/** Of one side: every figure's median over the runs, and the runs themselves. */
export interface SideSummary {
  name: string;
  title: string;
  role: Side["role"];
  figures: Record<string, Spread>;
  samples: Sample[];
}

/** Ours divided by another side's, run by run of the same round. */
export interface Ratio extends Spread {
  figure: string;
  against: string;
  pairs: number[];
  verdict: Verdict;
}

/** `level`: the interval holds 1, so these runs do not tell which is more. `unsure`: there are too few for a verdict. */
export type Verdict = "more" | "level" | "less" | "unsure";

export interface Summary {
  name: string;
  title: string;
  figures: Figure[];
  notes: string[];
  sides: SideSummary[];
  ratios: Ratio[];
}

/** Medians and intervals of each side, and of ours against each floor. */
export function summarize(
  figures: readonly [Figure, ...Figure[]],
  samples: ReadonlyMap<Side, Sample[]>,
): Pick<Summary, "sides" | "ratios"> {
  const [main] = figures;
  const ours = [...samples].find(([{ role }]) => role === "ours")?.[1];
  const floors = [...samples].filter(([{ role }]) => role === "floor");
  return {
    sides: [...samples].map(([{ name, title, role }, runs]) => ({
      name,
      title,
      role,
      figures: Object.fromEntries(
        figures
          .filter((figure) => figure.name in (runs[0] ?? {}))
          .map((figure) => [figure.name, spread(values(runs, figure))]),
      ),
      samples: runs,
    })),
    ratios: ours
      ? floors.map(([{ name }, runs]) => ratio(main, name, values(ours, main), values(runs, main)))
      : [],
  };
}

function values(runs: readonly Sample[], { name }: Figure): number[] {
  return runs.map((run) => {
    const value = run[name];
    if (value === undefined) throw new Error(`A run did not measure ${name}`);
    return value;
  });
}

function spread(some: readonly number[]): Spread {
  return { median: median(some), ...medianInterval(some) };
}

function ratio({ name }: Figure, against: string, ours: readonly number[], floor: readonly number[]): Ratio {
  const pairs = ours.map((value, round) => value / (floor[round] ?? Number.NaN));
  const bounds = spread(pairs);
  return { figure: name, against, pairs, ...bounds, verdict: verdictOf(bounds) };
}

function verdictOf({ low, high, coverage }: Interval): Verdict {
  if (coverage < WANTED_COVERAGE) return "unsure";
  return low > 1 ? "more" : high < 1 ? "less" : "level";
}
