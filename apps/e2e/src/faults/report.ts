import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { FaultsOptions } from "./options";
import type { Result } from "./result";

/** Writes results and what they hang on as JSON. */
export function writeReport(file: string, options: FaultsOptions, results: readonly Result[]): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ conditions: conditions(), options, rows: results }, null, 2)}\n`);
}

function conditions(): object {
  return {
    at: new Date().toISOString(),
    cores: os.availableParallelism(),
    processor: os.cpus()[0]?.model ?? "unknown",
    memoryGigabytes: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
    loadAverage: os.loadavg()[0],
  };
}
