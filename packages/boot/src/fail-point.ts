import type { FailAt, FailPoint } from "@sendex/core/fail-point";
import type { Log } from "@sendex/core/ports";

/** Strikes this very process, without a word to anybody else, where a drill asked for it; see docs/faults.md. */
export function openFailPoint(at: FailAt | undefined, log: Log): FailPoint {
  if (!at) return () => undefined;
  let passed = 0;
  return (name, messageId) => {
    if (name !== at.name || (at.messageId !== undefined && at.messageId !== messageId)) return;
    passed += 1;
    if (passed !== at.nth) return;
    log.warn({ failPoint: name, nth: passed, signal: at.signal, messageId }, "a fail-point strikes");
    process.kill(process.pid, at.signal);
  };
}
