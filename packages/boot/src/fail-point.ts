import { writeSync } from "node:fs";
import type { FailAt, FailPoint } from "@sendex/core/fail-point";

const STDERR = 2;

/**
 * Kills or stops this process where a drill asked for it; see docs/faults.md. `say` gets the one line about it, and
 * must be done with it when it returns: the log writes later.
 */
export function openFailPoint(
  at: FailAt | undefined,
  name: string,
  say: (line: string) => void = (line) => void writeSync(STDERR, `${line}\n`),
): FailPoint {
  if (!at) return () => undefined;
  let passed = 0;
  return (place, messageId) => {
    if (place !== at.name || (at.messageId !== undefined && at.messageId !== messageId)) return;
    passed += 1;
    if (passed !== at.nth) return;
    const { signal } = at;
    const fields = { level: "warn", process: name, failPoint: place, nth: passed, signal, messageId };
    say(JSON.stringify({ ...fields, msg: "a fail-point strikes" }));
    process.kill(process.pid, signal);
  };
}
