import type { Comparison, Figure, Sample, Side } from "./comparison";
import { type Interval, median, medianInterval, WANTED_COVERAGE } from "@sendex/kit/statistics";
import { judge, type Outcome, type Target } from "./targets";

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
  side: string;
  against: string;
  pairs: number[];
  verdict: Verdict;
}

/** `level`: the interval holds 1, so these runs do not tell which is more. `unsure`: there are too few for a verdict. */
export type Verdict = "more" | "level" | "less" | "unsure";

export interface JudgedTarget extends Target, Spread {
  side: string;
  outcome: Outcome;
}

export interface Summary {
  name: string;
  title: string;
  figures: Figure[];
  notes: string[];
  sides: SideSummary[];
  ratios: Ratio[];
  targets: JudgedTarget[];
}

type Runs = ReadonlyMap<Side, Sample[]>;
type RatioName = Pick<Ratio, "figure" | "side" | "against">;

/** Medians and intervals of each side, ours against each floor, and what has been reached. */
export function summarize(
  { figures, targets }: Pick<Comparison, "figures" | "targets">,
  samples: Runs,
): Pick<Summary, "sides" | "ratios" | "targets"> {
  const ours = [...samples.keys()].find(({ role }) => role === "ours")?.name ?? "";
  const wanted = targets.map((target) => ({ ...target, side: target.side ?? ours }));
  const ratios = ratioNames(figures[0], wanted, samples).map((name) => ratio(name, samples));
  return {
    sides: [...samples].map(([side, runs]) => sideSummary(side, figures, runs)),
    ratios,
    targets: wanted.map((target) => judged(target, ratios, samples)),
  };
}

function sideSummary(
  { name, title, role }: Side,
  figures: readonly Figure[],
  samples: Sample[],
): SideSummary {
  const measured = figures.filter((figure) => figure.name in (samples[0] ?? {}));
  const spreads = measured.map((figure) => [figure.name, spread(values(samples, figure.name))] as const);
  return { name, title, role, figures: Object.fromEntries(spreads), samples };
}

/** The main figure against each floor, and what else there are targets for. */
function ratioNames(main: Figure, targets: (Target & { side: string })[], samples: Runs): RatioName[] {
  const sides = [...samples.keys()];
  const floors = sides.filter(({ role }) => role === "floor");
  const names = sides
    .filter(({ role }) => role === "ours")
    .flatMap(({ name: side }) =>
      floors.map(({ name }): RatioName => ({ figure: main.name, side, against: name })),
    );
  for (const { figure, side, against } of targets)
    if (against !== undefined && !names.some((name) => isOf(name, { figure, side, against })))
      names.push({ figure, side, against });
  return names;
}

function judged(target: Target & { side: string }, ratios: readonly Ratio[], samples: Runs): JudgedTarget {
  const { figure, side, against } = target;
  const found =
    against === undefined
      ? spread(values(runsOf(samples, side), figure))
      : ratios.find((one) => isOf(one, { figure, side, against }));
  if (!found) throw new Error(`There is no ratio of ${figure} against ${against ?? ""}`);
  const { median: middle, low, high, coverage } = found;
  return { ...target, median: middle, low, high, coverage, outcome: judge(found, target.bound) };
}

function isOf(one: RatioName, { figure, side, against }: RatioName): boolean {
  return one.figure === figure && one.side === side && one.against === against;
}

function runsOf(samples: Runs, side: string): readonly Sample[] {
  const runs = [...samples].find(([{ name }]) => name === side)?.[1];
  if (runs === undefined) throw new Error(`There is no side ${side}`);
  return runs;
}

function values(runs: readonly Sample[], figure: string): number[] {
  return runs.map((run) => {
    const value = run[figure];
    if (value === undefined) throw new Error(`A run did not measure ${figure}`);
    return value;
  });
}

function spread(some: readonly number[]): Spread {
  return { median: median(some), ...medianInterval(some) };
}

function ratio(name: RatioName, samples: Runs): Ratio {
  const floor = values(runsOf(samples, name.against), name.figure);
  const pairs = values(runsOf(samples, name.side), name.figure).map(
    (value, round) => value / (floor[round] ?? Number.NaN),
  );
  const bounds = spread(pairs);
  return { ...name, pairs, ...bounds, verdict: verdictOf(bounds) };
}

function verdictOf({ low, high, coverage }: Interval): Verdict {
  if (coverage < WANTED_COVERAGE) return "unsure";
  return low > 1 ? "more" : high < 1 ? "less" : "level";
}
