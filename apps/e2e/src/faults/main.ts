import { undoEverything } from "../undo";
import type { FaultsOptions } from "./options";
import { readConditions, renderConditions, writeReport } from "./report";
import { notStaged, type Result, resultOf } from "./result";
import type { Fault } from "./row";
import { OUTSIDE } from "./rows-outside";
import { OWN_ROWS } from "./rows-own";
import { renderTable } from "./table";

export interface FaultsRun {
  options: FaultsOptions;
  jsonFile: string;
  /** Ends the run early: what was started is ended, and the run rejects. */
  signal: AbortSignal;
  /** The table goes to `print`, what is going on to `say`. */
  print: (text: string) => void;
  say: (line: string) => void;
}

/** An error of the harness brings the last lines of a log along; the JSON has them all. */
const TROUBLE_SHOWN = 1_000;

/** In the order of the matrix: by number, then by letter. */
const ROWS = [...OWN_ROWS, ...OUTSIDE].sort(
  (one, other) => parseInt(one.row) - parseInt(other.row) || one.row.localeCompare(other.row),
);

/** Runs the rows asked for, one after the other, prints the table and writes the JSON. → whether every target was met */
export async function runFaults(run: FaultsRun): Promise<boolean> {
  const chosen = choose(run.options.only);
  const conditions = readConditions();
  const results: Result[] = [];
  try {
    await Promise.race([runAll(run, chosen, results), aborted(run.signal)]);
  } finally {
    await undoEverything();
    if (results.length > 0) {
      run.print(`${renderConditions(conditions)}\n\n${renderTable(results)}`);
      writeReport(run.jsonFile, { conditions, options: run.options, rows: results });
      run.say(`Written to ${run.jsonFile}`);
    }
  }
  return results.every(({ verdict }) => verdict !== "MISSED");
}

async function runAll(run: FaultsRun, chosen: readonly Fault[], results: Result[]): Promise<void> {
  for (const fault of chosen) {
    if (run.signal.aborted) return;
    const started = performance.now();
    run.say(`${fault.row}  ${fault.fault} …`);
    const result = await stage(fault, run.options);
    if (run.signal.aborted) return;
    results.push(result);
    run.say(`${fault.row}  ${result.verdict} after ${((performance.now() - started) / 1000).toFixed(0)} s`);
    for (const miss of [...(result.figures?.misses ?? []), ...(result.figures?.late ?? [])])
      run.say(`    ${miss}`);
    if (result.trouble !== undefined)
      run.say(`    could not be staged: ${result.trouble.slice(0, TROUBLE_SHOWN)}`);
  }
}

async function stage(fault: Fault, { messages = fault.messages, drill }: FaultsOptions): Promise<Result> {
  try {
    return resultOf(fault, await fault.run(messages, drill));
  } catch (error) {
    return notStaged(fault, error);
  }
}

function choose(only: readonly string[]): readonly Fault[] {
  const unknown = only.find((row) => !ROWS.some((fault) => fault.row === row));
  if (unknown !== undefined)
    throw new Error(`There is no row ${unknown}; there are ${ROWS.map(({ row }) => row).join(", ")}.`);
  return only.length === 0 ? ROWS : ROWS.filter(({ row }) => only.includes(row));
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new Error("Interrupted."));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
  });
}
