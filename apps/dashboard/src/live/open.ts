import { type Caller, headersOf } from "../api/client";
import { eventsOf } from "../api/events";
import { type LiveSource, openSource } from "./source";

/** While there is no stream: a server of before, or more streams of the account than it may have. */
const POLL_MS = 4_000;
/** Beside a stream, for what it does not tell of. */
const SLOW_POLL_MS = 30_000;
/** Many events at once are one change. */
const GATHER_MS = 250;
const AGAIN_MS = 2_000;
const LATER_MS = 60_000;

/** Changes of an account in a mode, by its event stream, else by asking again and again. */
export function openLive(caller: Caller): LiveSource {
  return openSource((heard) => {
    const stop = new AbortController();
    let poll = setInterval(heard, POLL_MS);
    const every = (ms: number) => {
      clearInterval(poll);
      poll = setInterval(heard, ms);
    };
    void follow(caller, gathered(heard), every, stop.signal);
    return () => {
      stop.abort();
      clearInterval(poll);
    };
  });
}

/** Reads the stream for as long as it is wanted, over all its ends. */
async function follow(
  caller: Caller,
  heard: () => void,
  every: (ms: number) => void,
  signal: AbortSignal,
): Promise<void> {
  let last: string | undefined;
  while (!signal.aborted) {
    let began = false;
    try {
      for await (const event of eventsOf(headersOf(caller), last, signal)) {
        if (!began) every(SLOW_POLL_MS);
        began = true;
        last = event.id ?? last;
        if (event.data !== undefined) heard();
      }
    } catch {
      // Without a stream the polling goes on.
      if (!began) last = undefined;
    }
    if (signal.aborted) return;
    every(POLL_MS);
    // Whatever came meanwhile, and whether the session ended with it.
    if (began) heard();
    await pause(began ? AGAIN_MS : LATER_MS, signal);
  }
}

function gathered(heard: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      heard();
    }, GATHER_MS);
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
