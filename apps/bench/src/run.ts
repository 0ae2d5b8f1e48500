import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Comparison } from "./comparison";
import { COMPARISONS } from "./comparisons";
import { readConditions, renderConditions } from "./conditions";
import { interleave } from "./interleave";
import type { BenchOptions } from "./options";
import { openRig, type Rig, type Services } from "./rig";
import { summarize, type Summary } from "./summary";
import { renderSummary } from "./table";

export interface BenchRun {
  options: BenchOptions;
  services: Services;
  /** For the logs of the processes measured. */
  folder: string;
  jsonFile: string;
  /** Ends the run early: what was started is ended, and the run rejects. */
  signal: AbortSignal;
  /** Figures go to `print`, what is going on to `say`. */
  print: (text: string) => void;
  say: (line: string) => void;
}

/** Measures every comparison asked for, prints each as soon as it is done, and writes all to a JSON file. */
export async function runBench(run: BenchRun): Promise<void> {
  const chosen = choose(run.options.only);
  const loadBefore = os.loadavg()[0] ?? 0;
  const rig = await openRig(run.services, run.folder);
  try {
    await Promise.race([measureAll(run, rig, chosen, loadBefore), aborted(run.signal)]);
  } finally {
    await rig.close();
  }
}

async function measureAll(
  run: BenchRun,
  rig: Rig,
  chosen: readonly Comparison[],
  loadBefore: number,
): Promise<void> {
  const conditions = await readConditions(rig, loadBefore);
  run.print(renderConditions(conditions));
  const comparisons: Summary[] = [];
  for (const comparison of chosen) {
    const summary = await measure(run, rig, comparison);
    comparisons.push(summary);
    run.print(renderSummary(summary));
  }
  mkdirSync(path.dirname(run.jsonFile), { recursive: true });
  const { pairs, extent } = run.options;
  const report = { conditions, pairs, ...extent, comparisons };
  writeFileSync(run.jsonFile, `${JSON.stringify(report, null, 2)}\n`);
  run.say(`Written to ${run.jsonFile}`);
}

async function measure({ options, say }: BenchRun, rig: Rig, comparison: Comparison): Promise<Summary> {
  const { name, title, figures } = comparison;
  say(title);
  const { sides, notes, close } = await comparison.open(rig, options.extent);
  try {
    const samples = await interleave(sides, options.pairs, say);
    return { name, title, figures: [...figures], notes, ...summarize(figures, samples) };
  } finally {
    await close();
  }
}

function choose(only: readonly string[]): readonly Comparison[] {
  const names = COMPARISONS.map(({ name }) => name);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`There is no comparison "${unknown}", only ${names.join(", ")}`);
  return only.length === 0 ? COMPARISONS : COMPARISONS.filter(({ name }) => only.includes(name));
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(new Error("Stopped before the end."));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
  });
}
