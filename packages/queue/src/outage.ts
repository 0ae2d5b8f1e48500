import type { Log } from "@sendex/core/ports";

/** Failures closer together than this are one outage. */
const QUIET_MS = 10_000;

/** Tells of an outage in two lines, one when it begins and one when it is over, however much fails meanwhile. */
export interface Outage {
  failed(error: unknown): void;
  worked(): void;
}

export function watchOutage(log: Log, words: { begun: string; over: string }): Outage {
  let since: number | undefined;
  let lastAt = 0;
  return {
    failed(error) {
      lastAt = performance.now();
      if (since === undefined) log.warn({ err: error }, words.begun);
      since ??= lastAt;
    },
    worked() {
      if (since === undefined || performance.now() - lastAt < QUIET_MS) return;
      log.info({ seconds: Math.round((lastAt - since) / 1000) }, words.over);
      since = undefined;
    },
  };
}
