import type { Log } from "@sendex/core/ports";

export interface Stop {
  /** Resolves with the reason when the process has been asked to end. */
  asked: Promise<string>;
  /** Exits with 1 when the process is still there after this many ms. */
  exitAfter(ms: number): void;
}

/** Exit code of a process that a second signal ended without a drain. */
const IMPATIENT = 130;

/** Listens for SIGTERM, SIGINT and, where stdin is a parent's pipe, its end. */
export function listenForStop({ log, parentPipe }: { log: Log; parentPipe: boolean }): Stop {
  let askedBefore = false;
  let ask: (why: string) => void = () => undefined;
  const asked = new Promise<string>((resolve) => (ask = resolve));
  const onSignal = (signal: NodeJS.Signals) => {
    if (askedBefore) {
      log.warn({ signal }, "asked twice: exiting at once");
      process.exit(IMPATIENT);
    }
    askedBefore = true;
    ask(signal);
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
  if (parentPipe) {
    const orphaned = () => ask("the parent is gone");
    process.stdin.on("end", orphaned).on("close", orphaned).on("error", orphaned);
    process.stdin.resume();
  }
  return {
    asked,
    exitAfter: (ms) => {
      setTimeout(() => {
        log.error({ ms }, "not ended in time: exiting");
        process.exit(1);
      }, ms).unref();
    },
  };
}
