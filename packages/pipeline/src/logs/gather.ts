import type { LoggedCall } from "@sendex/core/logs/call";
import type { Clock, Log, Meters } from "@sendex/core/ports";
import type { Data } from "@sendex/data/database/open";
import { timeOut } from "@sendex/kit/time-out";
import { type Lost, tellLost } from "./tell-lost";
import { openTurns } from "./turns";
import { openWaiting, type Waiting } from "./waiting";
import { writePieces } from "./write-pieces";

/** Calls on their way into the request log. */
export interface RequestLog {
  /** Notes a call; it is written a moment later, off the caller's path. Never throws, and keeps nobody waiting. */
  note(call: LoggedCall): void;
  /** Writes what is left, for up to 2 s; what is not written then is dropped. */
  close(): Promise<void>;
}

/** Some 5 MB as calls are, and at most 64 MB. What comes on top drops the oldest. */
const MOST_WAITING = 4_000;
/** Of one statement. */
const MOST_ROWS = 250;
/** Calls within this time are written by one statement. */
const GATHER_MS = 250;
/** After PostgreSQL did not take them. */
const RETRY_MS = 1_000;
const CLOSE_MS = 2_000;
/** Refused for its rate: one a caller and minute is noted, so that who asks in a loop does not fill the log. */
const TOO_MANY = 429;

/** One statement at a time, so that the log never has more than one connection; the pool bounds how long it may take. */
export function openRequestLog(
  data: Data,
  clock: Clock,
  { log, meters }: { log: Log; meters: Meters },
): RequestLog {
  const lost = tellLost(clock, log, meters);
  const waiting = openWaiting(MOST_WAITING, (calls) => lost.tell(calls));
  const isFirst = openTurns(clock);
  const write = () => writeWaiting(data, waiting, { log, meters, lost });
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve(true);
  let closed = false;

  function wake(ms: number): void {
    timer ??= setTimeout(() => {
      writing = write();
      void writing.then((written) => {
        timer = undefined;
        if (waiting.count() > 0 && !closed) wake(written ? GATHER_MS : RETRY_MS);
      });
    }, ms).unref();
  }

  return {
    note(call) {
      if (call.status === TOO_MANY && !isFirst(call.callerId)) return;
      waiting.add(call);
      if (!closed) wake(GATHER_MS);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await within(CLOSE_MS, writing.then(write));
      waiting.end();
      lost.end();
    },
  };
}

/**
 * Writes what waits now; false where PostgreSQL is away, and then the calls wait on. What comes meanwhile gathers for the
 * next time: else a busy process would write call by call.
 */
async function writeWaiting(
  data: Data,
  waiting: Waiting,
  told: { log: Log; meters: Meters; lost: Lost },
): Promise<boolean> {
  for (let left = waiting.count(); left > 0; left -= MOST_ROWS) {
    const calls = waiting.take(Math.min(left, MOST_ROWS));
    if (calls.length === 0) return true;
    const unwritten = await writePieces(data, calls, told);
    if (unwritten.length > 0) {
      waiting.putBack(unwritten);
      return false;
    }
  }
  return true;
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let stop = (): void => undefined;
  const late = new Promise<void>((resolve) => {
    stop = timeOut(ms, resolve);
  });
  await Promise.race([work, late]);
  stop();
}
