import type { Log } from "@sendex/core/ports";

/**
 * Repeats `work`, which resolves to the ms until its next run, until stopped; a failure is logged and changes nothing.
 */
export function every(firstMs: number, log: Log, work: () => Promise<number>): { stop(): void } {
  let nextMs = firstMs;
  let stopped = false;
  let timer = setTimeout(tick, nextMs);
  async function run(): Promise<void> {
    try {
      nextMs = await work();
    } catch (error) {
      log.warn({ err: error }, "the state of sending could not be read");
    }
    if (!stopped) timer = setTimeout(tick, nextMs);
  }
  function tick(): void {
    void run();
  }
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
