import { writeSync } from "node:fs";
import type { DestinationStream } from "pino";

/** Lines are written together, as soon as there are so many characters or so much time has passed. */
const BUFFER_CHARACTERS = 4_096;
const FLUSH_MS = 50;
/** Bytes that wait for a slow reader; beyond it the oldest lines are dropped. */
const MOST_WAITING = 1024 * 1024;
/** At exit a slow reader gets this long; one that is gone gets none. */
const LAST_MS = 500;
const AGAIN_MS = 5;

/**
 * Standard output for a log. A system call a line would cost a busy process more than making the line; what is
 * buffered goes out at exit, too. Where no one reads any more the lines are dropped: a log must not delay an exit
 * (sonic-boom's own `flushSync` tries for ever on a broken pipe).
 */
export function openStdout(fd: number = process.stdout.fd): DestinationStream {
  let waiting = "";
  let left: Buffer = Buffer.alloc(0);
  const flush = (): void => {
    const bytes = Buffer.concat([left, Buffer.from(waiting)]);
    waiting = "";
    left = newest(write(fd, bytes));
  };
  setInterval(flush, FLUSH_MS).unref();
  process.on("exit", () => {
    flush();
    const end = performance.now() + LAST_MS;
    while (left.length > 0 && performance.now() < end) {
      pause(AGAIN_MS);
      flush();
    }
  });
  return {
    write(line) {
      waiting += line;
      if (waiting.length >= BUFFER_CHARACTERS) flush();
    },
  };
}

/** → what could not be written now */
function write(fd: number, bytes: Buffer): Buffer {
  let left = bytes;
  try {
    while (left.length > 0) left = left.subarray(writeSync(fd, left));
    return left;
  } catch (error) {
    // A full pipe takes more later; a broken one never.
    const isFull = error instanceof Error && "code" in error && error.code === "EAGAIN";
    return isFull ? left : Buffer.alloc(0);
  }
}

/** Nothing else runs any more at exit: the thread itself waits. */
function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function newest(left: Buffer): Buffer {
  const over = left.length - MOST_WAITING;
  return over <= 0 ? left : left.subarray(left.indexOf("\n", over) + 1);
}
