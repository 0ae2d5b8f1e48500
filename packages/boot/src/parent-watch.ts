import { workerData } from "node:worker_threads";

/** A job in hand ends within its lease; a process that is still there then hangs. */
const GRACE_MS = 30_000;
const POLL_MS = 1_000;

/** Runs on a thread of a child process: ends the process once its parent is gone, whatever its main thread does. */
const watch = setInterval(() => {
  if (process.ppid === workerData) return;
  clearInterval(watch);
  setTimeout(() => process.kill(process.pid, "SIGKILL"), GRACE_MS);
}, POLL_MS);
