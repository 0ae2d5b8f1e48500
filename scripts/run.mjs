/** Programs that a launcher runs to their end. None of them outlives it. */
import { spawn } from "node:child_process";
import path from "node:path";

const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"];
const STOPPED = 130;
const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGTERM")));

/**
 * Runs a command quietly; what it printed is in the error that it fails with. A signal to us ends it and us; it is
 * ended, too, when it takes longer than `limitMs`.
 */
export function run(command, args, { cwd, env, limitMs }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], timeout: limitMs });
    if (running.size === 0) for (const signal of STOPS) process.on(signal, stop);
    running.add(child);
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => {
      forget(child);
      reject(error);
    });
    child.on("close", (code, signal) => {
      forget(child);
      if (code === 0) return resolve(output);
      const what = [path.basename(command), ...args.slice(0, 3)].join(" ");
      reject(new Error(`${output.trim()}\n${what} failed (${signal ?? `exit code ${code}`})`));
    });
  });
}

function forget(child) {
  running.delete(child);
  if (running.size === 0) for (const signal of STOPS) process.off(signal, stop);
}

function stop() {
  process.exit(STOPPED);
}
