import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Log } from "@sendex/core/ports";
import type { SendJob } from "@sendex/queue/names";
import type { Answer } from "./quarantine";

/** A process that runs one job at a time; when it ends, no other job is lost. */
export interface Cell {
  /** Rejects where no process could be started for it. */
  run(job: SendJob): Promise<"done" | "failed" | "died">;
  /** Lets the process end; after `timeoutMs` ends it. Never rejects. */
  close(timeoutMs: number): Promise<void>;
}

export interface CellOptions {
  /** After this a job counts as hung, and its process is killed. */
  jobMs: number;
  log: Log;
  /** How long a process without work is kept. */
  idleMs?: number;
}

const MAIN = path.join(__dirname, "quarantine.js");
const IDLE_MS = 30_000;
const START_MS = 20_000;

/** Starts its process with the first job, keeps it while there is work, and starts another one where it died. */
export function openCell({ jobMs, log, idleMs = IDLE_MS }: CellOptions): Cell {
  let child: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;

  async function started(): Promise<ChildProcess> {
    clearTimeout(idle);
    if (child?.connected) return child;
    // Its own standard input: the parent's may be the pipe that tells of a parent's end.
    const fresh = fork(MAIN, [], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    fresh.once("exit", () => {
      if (child === fresh) child = undefined;
    });
    child = fresh;
    const answer = await answerOf(fresh, START_MS);
    if (answer !== "ready") throw new Error("The quarantine's process did not start.");
    return fresh;
  }

  return {
    async run(job) {
      const runner = await started();
      const answered = answerOf(runner, jobMs);
      // Where this fails the process is gone, and `answered` says so.
      runner.send(job, () => undefined);
      const answer = await answered;
      if (answer === undefined)
        log.warn({ messageId: job.messageId, n: job.n }, "the quarantine's process died");
      else idle = setTimeout(() => leave(runner), idleMs).unref();
      return answer === "done" || answer === "failed" ? answer : "died";
    },
    async close(timeoutMs) {
      clearTimeout(idle);
      const last = child;
      if (last === undefined) return;
      const gone = new Promise<void>((resolve) => last.once("exit", () => resolve()));
      leave(last);
      const killer = setTimeout(() => last.kill("SIGKILL"), timeoutMs);
      await gone;
      clearTimeout(killer);
    },
  };
}

/** The next message of a process; undefined once it has exited. It is killed after `withinMs`. */
function answerOf(child: ChildProcess, withinMs: number): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const killer = setTimeout(() => child.kill("SIGKILL"), withinMs);
    child.once("message", told);
    child.once("exit", over);
    function told(answer: Answer): void {
      finish(answer);
    }
    function over(): void {
      finish(undefined);
    }
    function finish(answer: Answer | undefined): void {
      clearTimeout(killer);
      child.off("message", told);
      child.off("exit", over);
      resolve(answer);
    }
  });
}

/** The child ends by itself once its channel to us is closed. */
function leave(child: ChildProcess): void {
  if (child.connected) child.disconnect();
}
