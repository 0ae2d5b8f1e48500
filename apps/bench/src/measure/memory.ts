import { readFileSync } from "node:fs";
import path from "node:path";
import { logged, type Program } from "../rig/program";

const PROBE = path.join(__dirname, "memory-probe.js");

/** The environment of a process whose heap is looked into. */
export const PROBED = { NODE_OPTIONS: `--require "${PROBE}"` };

/** What is on the heap after a forced collection, in MB. `nth` counts a program's readings, from 1. */
export async function heapMb(program: Program, nth: number): Promise<number> {
  program.signal("SIGUSR2");
  const { heapUsed } = await logged(program, `memory ${nth}`);
  return Number(heapUsed) / 2 ** 20;
}

/** The most memory that a process has held so far, in MB. Source: proc_pid_status(5), VmHWM. */
export function peakMb({ pid }: Program): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
