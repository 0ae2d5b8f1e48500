import type { Log } from "@sendex/core/ports";

/** Logs an uncaught error and exits with 1; returns a function that does the same for an error that was caught. */
export function exitOnCrash(log: Log): (error: unknown, why: string) => never {
  const crash = (error: unknown, why: string): never => {
    log.error({ err: error }, why);
    process.exit(1);
  };
  process.on("uncaughtException", (error) => crash(error, "crashed: an uncaught error"));
  process.on("unhandledRejection", (error) => crash(error, "crashed: an unhandled rejection"));
  // Node prints warnings as text; our log is lines of JSON.
  process
    .removeAllListeners("warning")
    .on("warning", (warning) => log.warn({ err: warning }, "a warning of Node's"));
  return crash;
}
