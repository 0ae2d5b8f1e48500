import type { Clock } from "@sendex/core/ports";

const MINUTE_MS = 60_000;
/** Above so many callers a minute, some have a second turn. */
const MOST_CALLERS = 10_000;

/** Whether it is the caller's first turn in this UTC minute. */
export function openTurns(clock: Clock): (callerId: string) => boolean {
  let minute = 0;
  const had = new Set<string>();
  return (callerId) => {
    const now = Math.floor(clock().getTime() / MINUTE_MS);
    if (now !== minute || had.size >= MOST_CALLERS) had.clear();
    minute = now;
    if (had.has(callerId)) return false;
    had.add(callerId);
    return true;
  };
}
