import { readdirSync, readFileSync } from "node:fs";
import type { Program } from "@sendex/home/processes/program";
import { end, launch, type Running } from "@sendex/home/processes/running";
import { eventually } from "../eventually";

/** A database server of a row's own, and what can be done to its processes. */
export interface Server {
  /** Resolves once it serves. */
  start(): Promise<void>;
  /** SIGKILL, or another signal that ends it at once; resolves when it is gone. */
  kill(signal?: "SIGKILL" | "SIGQUIT"): Promise<void>;
  /** Every one of its processes stands still, until `resume`. */
  freeze(): void;
  resume(): void;
  running(): boolean;
  end(): Promise<void>;
}

const START_MS = 60_000;
const LINES_KEPT = 40;

export function openServer(program: Program): Server {
  let life: Running | undefined;
  let tail: string[] = [];
  const signalAll = (signal: NodeJS.Signals) => {
    if (life?.pid === undefined || life.hasEnded()) return;
    for (const pid of [life.pid, ...childrenOf(life.pid)]) process.kill(pid, signal);
  };
  return {
    async start() {
      await program.before?.();
      const running = launch(program, (chunk) => {
        tail = [...tail, ...chunk.toString().trimEnd().split("\n")].slice(-LINES_KEPT);
      });
      life = running;
      await eventually(
        async () => {
          if (running.hasEnded()) return;
          if (!(await program.ready(running.pid ?? 0))) throw new Error(`${program.name} is not ready`);
        },
        { within: START_MS },
      );
      if (running.hasEnded()) throw new Error(`${program.name} ended at its start\n${tail.join("\n")}`);
    },
    async kill(signal = "SIGKILL") {
      life?.kill(signal);
      await life?.ended;
    },
    freeze: () => signalAll("SIGSTOP"),
    resume: () => signalAll("SIGCONT"),
    running: () => life !== undefined && !life.hasEnded(),
    async end() {
      signalAll("SIGCONT");
      if (life) await end(life, program.farewells);
    },
  };
}

/** By /proc, and so on Linux alone. */
function childrenOf(parent: number): number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    return parentOf(name) === parent ? [Number(name)] : [];
  });
}

/** Source: proc_pid_stat(5). The command, in parentheses, may hold anything, parentheses included. */
function parentOf(pid: string): number {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(line.slice(line.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}
