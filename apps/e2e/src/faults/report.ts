import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { FaultsOptions } from "./options";
import type { Result } from "./result";

/** What the times depend on, beside the code. */
export interface Conditions {
  at: string;
  cores: number;
  processor: string;
  node: string;
  /** The machine's load average over the minute before the first row. */
  loadBefore: number;
}

/** Above this share of the cores in use by others, times say more about them than about us. */
const BUSY = 0.5;

export function readConditions(): Conditions {
  return {
    at: new Date().toISOString(),
    cores: os.availableParallelism(),
    processor: os.cpus()[0]?.model ?? "unknown",
    node: process.version,
    loadBefore: os.loadavg()[0] ?? 0,
  };
}

export function renderConditions({ cores, processor, node, loadBefore }: Conditions): string {
  const busy = loadBefore > BUSY * cores ? " BUSY WITH OTHER WORK: times are not to be relied on." : "";
  return `${cores} cores (${processor}), Node ${node}, all on one machine; load average before ${loadBefore.toFixed(1)}.${busy}`;
}

/** Writes results and their conditions as JSON. */
export function writeReport(
  file: string,
  report: { conditions: Conditions; options: FaultsOptions; rows: readonly Result[] },
): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
}
