import { readdirSync, readFileSync } from "node:fs";

/** One process as /proc/<pid>/stat tells it; `ms` is the processor time it and its ended children have used. */
export interface ProcessTime {
  pid: number;
  parent: number;
  ms: number;
}

/** USER_HZ, 100 on every Linux that Node runs on; times in /proc are counted in it. Source: proc_pid_stat(5). */
const MS_PER_TICK = 10;

/**
 * Processor time in ms that everything below process `root` has used so far, but for the processes `except`. Unlike
 * rates, what a mail costs in it hardly depends on what else the machine does. Undefined where there is no /proc.
 */
export function cpuBelow(root: number, except: readonly (number | undefined)[]): number | undefined {
  if (process.platform !== "linux") return undefined;
  const all = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => readProcess(pid));
  return timeBelow(all, root, except);
}

export function timeBelow(
  all: readonly ProcessTime[],
  root: number,
  except: readonly (number | undefined)[],
): number {
  const children = all.filter(({ parent, pid }) => parent === root && !except.includes(pid));
  return children.reduce((sum, { pid, ms }) => sum + ms + timeBelow(all, pid, except), 0);
}

/** Source: proc_pid_stat(5). The command, in parentheses, may hold anything, parentheses included. */
export function parseStat(line: string): ProcessTime {
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const number = (field: number) => Number(fields[field - 3]);
  const ticks = number(14) + number(15) + number(16) + number(17);
  return { pid: Number.parseInt(line, 10), parent: number(4), ms: ticks * MS_PER_TICK };
}

/** None when it has ended meanwhile. */
function readProcess(pid: string): ProcessTime[] {
  try {
    return [parseStat(readFileSync(`/proc/${pid}/stat`, "utf8"))];
  } catch {
    return [];
  }
}
