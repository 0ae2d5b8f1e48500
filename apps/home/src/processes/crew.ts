import { type Kept, type Witness, keep } from "./keep";
import type { Log } from "./log-file";
import type { Program } from "./program";
import { startWatchdog } from "./watchdog";

/** All the processes of one start, kept running together and ended together. */
export interface Crew {
  /** Starts these at once and resolves when all are ready. They will be ended before those of earlier calls. */
  start: (...programs: Program[]) => Promise<void>;
  /** The pid of each process that runs now. */
  pids: () => Record<string, number>;
  /** Ends all, later groups first; resolves when none is left. May be called at any time, and again. */
  stop: () => Promise<void>;
}

/** `log` opens a program's log; `witness` is told what happens to the programs. */
export function gatherCrew(log: (program: Program) => Log, witness: Witness): Crew {
  const stopping = new AbortController();
  const watchdog = startWatchdog();
  const groups: Promise<Kept>[][] = [];
  const living = new Map<Program, number>();

  const inEndingOrder = () => [...living].reverse().map(([program, pid]) => ({ program, pid }));
  const told: Witness = {
    started: (program, pid) => {
      living.set(program, pid);
      watchdog.watch(inEndingOrder());
      witness.started(program, pid);
    },
    died: (program, ended, againInMs) => {
      living.set(program, 0);
      watchdog.watch(inEndingOrder().filter(({ pid }) => pid !== 0));
      witness.died(program, ended, againInMs);
    },
    back: witness.back,
  };

  let stopped: Promise<void> | undefined;
  const stop = async () => {
    stopping.abort();
    for (const group of groups.toReversed()) await endGroup(group);
    watchdog.dismiss();
  };

  return {
    start: async (...programs) => {
      stopping.signal.throwIfAborted();
      const group = programs.map((program) => keep(program, log(program), told, stopping.signal));
      groups.push(group);
      await Promise.all(group);
    },
    pids: () => {
      const running = [...living].filter(([, pid]) => pid !== 0);
      return Object.fromEntries(running.map(([program, pid]) => [program.name, pid]));
    },
    stop: () => (stopped ??= stop()),
  };
}

async function endGroup(group: Promise<Kept>[]): Promise<void> {
  const started = await Promise.allSettled(group);
  const kept = started.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  await Promise.all(kept.map((one) => one.end()));
}
