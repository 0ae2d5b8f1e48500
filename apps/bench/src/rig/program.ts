import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const READY_LIMIT_MS = 30_000;
const POLL_MS = 20;
/** Longer than a process's own drain, after which it exits by itself. */
const GRACE_MS = 32_000;
const TAIL_LINES = 10;

/** One of the product's processes, as it runs in production. */
export interface Program {
  pid: number | undefined;
  /** What it has logged so far. */
  log(): string;
  /** Never resolves; rejects, with the end of its log, when it ends before `end` is called. */
  diedEarly: Promise<never>;
  signal(name: NodeJS.Signals): void;
  /** Ends it politely, then firmly; resolves when it is gone. */
  end(): Promise<void>;
}

export interface ProgramOptions {
  name: string;
  /** Below apps/, for example `api/dist/main.js`. */
  file: string;
  env: Record<string, string>;
  /** Its log goes to a file there, past us: passing it on would take time from what is measured. */
  folder: string;
}

/** Starts it in a session of its own; should we be killed, the end of its stdin tells it so. */
export function startProgram({ name, file, env, folder }: ProgramOptions): Program {
  const logFile = path.join(folder, `${name}.log`);
  const output = openSync(logFile, "w", 0o600);
  const child = spawn(process.execPath, [path.resolve(__dirname, "../../..", file)], {
    env: { ...env, SENDEX_PARENT_PIPE: "1" },
    stdio: ["pipe", output, output],
    detached: true,
  });
  closeSync(output);
  child.stdin?.on("error", () => undefined);
  const log = () => readFileSync(logFile, "utf8");
  let ending = false;
  const gone = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  const diedEarly = new Promise<never>((_, reject) => {
    void gone.then((how) => {
      const tail = log().trim().split("\n").slice(-TAIL_LINES).join("\n");
      if (!ending) reject(new Error(`${name} ended (${how}). The end of its log:\n${tail}`));
    });
  });
  diedEarly.catch(() => undefined);
  return {
    pid: child.pid,
    log,
    diedEarly,
    signal: (name) => void child.kill(name),
    end: async () => {
      ending = true;
      child.kill("SIGTERM");
      const limit = setTimeout(() => child.kill("SIGKILL"), GRACE_MS);
      await gone;
      clearTimeout(limit);
    },
  };
}

/** Waits for a line of the log with this message, and returns its fields. Rejects after 30 s or when the program ends. */
export async function logged(program: Program, message: string): Promise<Record<string, unknown>> {
  const until = performance.now() + READY_LIMIT_MS;
  while (performance.now() < until) {
    const line = program
      .log()
      .split("\n")
      .find((text) => text.includes(`"msg":"${message}"`));
    if (line !== undefined) return JSON.parse(line) as Record<string, unknown>;
    await Promise.race([sleep(POLL_MS), program.diedEarly]);
  }
  throw new Error(`No "${message}" in the log within ${READY_LIMIT_MS / 1000} s`);
}
