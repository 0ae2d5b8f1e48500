import type { Clock, Log, Meters } from "@sendex/core/ports";

const MINUTE_MS = 60_000;

export interface Lost {
  tell(calls: number): void;
  /** Says what was not said yet. */
  end(): void;
}

/** Counts calls that are not in the request log, and says so at most once a minute. */
export function tellLost(clock: Clock, log: Log, meters: Meters): Lost {
  let untold = 0;
  let toldAt = -Infinity;
  const say = (): void => {
    log.warn({ calls: untold }, "calls are missing in the request log");
    untold = 0;
  };
  return {
    tell(calls) {
      meters.add("request_logs", { result: "dropped" }, calls);
      untold += calls;
      const now = clock().getTime();
      if (now - toldAt < MINUTE_MS) return;
      toldAt = now;
      say();
    },
    end() {
      if (untold > 0) say();
    },
  };
}
