export interface Delays {
  after(ms: number, run: () => void): void;
  /** Runs what still waits, at once, and whatever that adds. */
  runAll(): void;
}

/** Timers that can be brought forward, so that ending the process loses no event that was still to come. */
export function createDelays(): Delays {
  const waiting = new Set<{ timer: NodeJS.Timeout; run: () => void }>();
  let ending = false;
  return {
    after(ms, run) {
      if (ending) {
        run();
        return;
      }
      const entry = {
        run,
        timer: setTimeout(() => {
          waiting.delete(entry);
          run();
        }, ms).unref(),
      };
      waiting.add(entry);
    },
    runAll() {
      ending = true;
      for (const entry of waiting) {
        clearTimeout(entry.timer);
        entry.run();
      }
      waiting.clear();
    },
  };
}
