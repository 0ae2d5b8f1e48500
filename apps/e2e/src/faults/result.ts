import type { Fault, Figures } from "./row";

/** What running a row came to. */
export interface Result {
  row: string;
  fault: string;
  target: string;
  verdict: "met" | "MISSED" | "skipped";
  /** Absent when the fault could not be staged: `trouble` says why, and the target counts as missed. */
  figures?: Figures;
  trouble?: string;
}

export function resultOf({ row, fault, target }: Fault, figures: Figures): Result {
  const isMet = figures.misses.length === 0 && (figures.late ?? []).length === 0;
  const verdict = figures.skipped !== undefined ? "skipped" : isMet ? "met" : "MISSED";
  return { row, fault, target, verdict, figures };
}

export function notStaged({ row, fault, target }: Fault, error: unknown): Result {
  const trouble = error instanceof Error ? error.message : String(error);
  return { row, fault, target, verdict: "MISSED", trouble };
}
