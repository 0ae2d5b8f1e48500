import { setTimeout as sleep } from "node:timers/promises";
import { backOff, deathsInARow } from "./back-off";
import type { Log } from "./log-file";
import type { Program } from "./program";
import { type End, type Running, end, launch, within } from "./running";

const READY_LIMIT_MS = 60_000;
const READY_POLL_MS = 50;

/** A program that is kept running. */
export interface Kept {
  program: Program;
  /** Of its present life; undefined while it waits to be started again. */
  pid: () => number | undefined;
  /** Ends its present life, politely and then firmly. To be called once keeping has been stopped. */
  end: () => Promise<void>;
}

/** What the keeper tells while a program lives; each is called with the state already changed. */
export interface Witness {
  started: (program: Program, pid: number) => void;
  died: (program: Program, end: End, againInMs: number) => void;
  back: (program: Program, pid: number) => void;
}

/**
 * Starts a program and, once it has been ready, starts it again with back-off whenever it dies, until `stopping`
 * is aborted; who aborts it then calls `end`.
 *
 * @throws Error with the end of its log when the first start fails or takes over a minute
 */
export async function keep(
  program: Program,
  log: Log,
  witness: Witness,
  stopping: AbortSignal,
): Promise<Kept> {
  const first = await begin(program, log, witness);
  if (!(await becomesReady(program, first, stopping))) {
    await end(first, program.farewells);
    throw new Error(firstFailure(program, await first.ended, log));
  }
  let current: Running | undefined = first;
  const watch = watchOver(program, log, witness, stopping, first, (next) => (current = next));
  return {
    program,
    pid: () => current?.pid,
    end: async () => {
      if (current !== undefined) await end(current, program.farewells);
      await watch;
    },
  };
}

async function begin(program: Program, log: Log, witness: Witness): Promise<Running> {
  await program.before?.();
  const running = launch(program, log.write);
  if (running.pid !== undefined) witness.started(program, running.pid);
  return running;
}

async function watchOver(
  program: Program,
  log: Log,
  witness: Witness,
  stopping: AbortSignal,
  first: Running,
  changed: (running: Running | undefined) => void,
): Promise<void> {
  let running = first;
  for (let deaths = 0; ;) {
    const ended = await running.ended;
    if (stopping.aborted) return;
    changed(undefined);
    deaths = deathsInARow(deaths, ended.ranMs);
    witness.died(program, ended, backOff(deaths));
    await sleep(backOff(deaths), undefined, { signal: stopping }).catch(() => undefined);
    if (stopping.aborted) return;
    running = await begin(program, log, witness);
    changed(running);
    if (stopping.aborted) return end(running, program.farewells);
    void tellWhenBack(program, running, witness, stopping);
  }
}

async function tellWhenBack(
  program: Program,
  running: Running,
  witness: Witness,
  stopping: AbortSignal,
): Promise<void> {
  const ready = await becomesReady(program, running, stopping);
  if (ready && running.pid !== undefined) witness.back(program, running.pid);
}

/** False when the process ends first, keeping is stopped, or it is not ready within a minute. */
async function becomesReady(program: Program, running: Running, stopping: AbortSignal): Promise<boolean> {
  const limit = performance.now() + READY_LIMIT_MS;
  const { pid } = running;
  while (pid !== undefined && !running.hasEnded() && !stopping.aborted && performance.now() < limit) {
    if (await program.ready(pid).catch(() => false)) return true;
    await within(running.ended, READY_POLL_MS);
  }
  return false;
}

function firstFailure(program: Program, ended: End, log: Log): string {
  const late = ended.ranMs >= READY_LIMIT_MS;
  const what = late ? `was not ready after ${READY_LIMIT_MS / 1000} s` : ended.how;
  const tail = log.tail();
  return `${program.name} ${what}${tail === "" ? "." : `. The end of ${log.file}:\n${tail}`}`;
}
