/**
 * Bounds fetched files: how many bytes all calls of the process hold, and how many files an account fetches at a time.
 */
export interface FileRoom {
  enter(accountId: string): FileHold;
}

/** One call's part of it. */
export interface FileHold {
  /** Runs `work` when the account has a turn. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** False where these bytes have no room in the process. */
  take(bytes: number): boolean;
  /** Gives back what was taken. */
  leave(): void;
}

/** Beside the bodies of requests, which have a budget of their own. */
const TOTAL_BYTES = 128 * 1024 * 1024;
const AT_ONCE = 8;

export interface RoomOptions {
  totalBytes?: number;
  /** Files an account fetches at a time. */
  atOnce?: number;
}

export function openFileRoom({ totalBytes = TOTAL_BYTES, atOnce = AT_ONCE }: RoomOptions = {}): FileRoom {
  const turns = new Map<string, Turns>();
  let free = totalBytes;
  return {
    enter(accountId) {
      let held = 0;
      return {
        inTurn: (work) => inTurn(turns, accountId, atOnce, work),
        take(bytes) {
          if (bytes > free) return false;
          free -= bytes;
          held += bytes;
          return true;
        },
        leave() {
          free += held;
          held = 0;
        },
      };
    },
  };
}

interface Turns {
  running: number;
  waiting: (() => void)[];
}

async function inTurn<T>(
  all: Map<string, Turns>,
  name: string,
  atOnce: number,
  work: () => Promise<T>,
): Promise<T> {
  const turns = all.get(name) ?? { running: 0, waiting: [] };
  all.set(name, turns);
  if (turns.running < atOnce) turns.running += 1;
  else await new Promise<void>((resolve) => turns.waiting.push(resolve));
  try {
    return await work();
  } finally {
    // A turn is handed to the next waiter directly, so that no other caller can take it in between.
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running -= 1;
    if (turns.running === 0) all.delete(name);
  }
}
