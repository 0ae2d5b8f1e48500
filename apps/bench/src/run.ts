import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Comparison } from "./report/comparison";
import { COMPARISONS } from "./comparisons";
import { assertDurable, readConditions, renderConditions } from "./report/conditions";
import { interleave } from "./report/interleave";
import type { BenchOptions } from "./options";
import { openRig, type Rig, type Services } from "./rig/rig";
import { summarize, type Summary } from "./report/summary";
import { renderSummary } from "./report/table";

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
  const chosen = choose(run.options);
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
  assertDurable(conditions);
  run.print(renderConditions(conditions));
  const comparisons: Summary[] = [];
  for (const comparison of chosen) {
    const summary = await measure(run, rig, comparison);
    comparisons.push(summary);
    run.print(renderSummary(summary));
    // After each, so that what a long run has measured outlives its end by a signal.
    write(run, { conditions, comparisons });
  }
  run.say(`Written to ${run.jsonFile}`);
}

function write({ options, jsonFile }: BenchRun, measured: object): void {
  mkdirSync(path.dirname(jsonFile), { recursive: true });
  const report = { pairs: options.pairs, ...options.extent, ...measured };
  writeFileSync(jsonFile, `${JSON.stringify(report, null, 2)}\n`);
}

async function measure({ options, say }: BenchRun, rig: Rig, comparison: Comparison): Promise<Summary> {
  const { name, title, figures } = comparison;
  say(title);
  const { sides, notes, close } = await comparison.open(rig, options.extent);
  try {
    const samples = await interleave(sides, options.pairs, say);
    return { name, title, figures: [...figures], notes, ...summarize(comparison, samples) };
  } finally {
    await close();
  }
}

function choose({ only, all }: Pick<BenchOptions, "only" | "all">): readonly Comparison[] {
  const names = COMPARISONS.map(({ name }) => name);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`There is no comparison "${unknown}", only ${names.join(", ")}`);
  if (only.length > 0) return COMPARISONS.filter(({ name }) => only.includes(name));
  return COMPARISONS.filter(({ long }) => all || !long);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(new Error("Stopped before the end."));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
  });
}
