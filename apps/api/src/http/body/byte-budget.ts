import { SendexError } from "@sendex/core/error";

/** Memory that large bodies may take together, from their first byte until their request is answered. */
export interface ByteBudget {
  /**
   * Waits, in the order of asking, until there is room. Resolves to the function that gives the bytes back.
   * Throws service_unavailable when there was none in time.
   */
  take(bytes: number): Promise<() => void>;
  inUse(): number;
}

export interface BudgetOptions {
  total: number;
  waitMs: number;
}

const RETRY_AFTER_SECONDS = 5;

export function openByteBudget(options: BudgetOptions): ByteBudget {
  const state: State = { free: options.total, used: 0, queue: [] };
  return {
    take: (bytes) =>
      fits(state, bytes) ? Promise.resolve(grant(state, bytes)) : wait(state, bytes, options),
    inUse: () => state.used,
  };
}

interface Waiter {
  bytes: number;
  go(release: () => void): void;
}
interface State {
  free: number;
  used: number;
  queue: Waiter[];
}

/** First come, first served: a stream of smaller bodies must not starve a larger one. */
function fits(state: State, bytes: number): boolean {
  return state.queue.length === 0 && bytes <= state.free;
}

function grant(state: State, bytes: number): () => void {
  state.free -= bytes;
  state.used += bytes;
  let given = false;
  return () => {
    if (given) return;
    given = true;
    state.free += bytes;
    state.used -= bytes;
    admit(state);
  };
}

function admit(state: State): void {
  for (let head = state.queue[0]; head && head.bytes <= state.free; head = state.queue[0]) {
    state.queue.shift();
    head.go(grant(state, head.bytes));
  }
}

function wait(state: State, bytes: number, { waitMs, total }: BudgetOptions): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const waiter: Waiter = {
      bytes: Math.min(bytes, total),
      go(release) {
        clearTimeout(timer);
        resolve(release);
      },
    };
    const timer = setTimeout(() => {
      state.queue.splice(state.queue.indexOf(waiter), 1);
      admit(state);
      const details = { retryAfterSeconds: RETRY_AFTER_SECONDS };
      reject(new SendexError("service_unavailable", "Too many large requests at once.", details));
    }, waitMs);
    state.queue.push(waiter);
  });
}
