import { setTimeout as sleep } from "node:timers/promises";
import { SendexConnectionError, secondsToWait } from "./errors";

export interface Patience {
  /** For each try, in milliseconds; 30,000 unless given. */
  timeoutMs?: number;
  /** Tries after the first, where repeating is safe; 2 unless given. */
  maxRetries?: number;
  /** In place of the global one. */
  fetch?: typeof fetch;
}

const TIMEOUT_MS = 30_000;
const MAX_RETRIES = 2;
const FIRST_WAIT_MS = 500;
/** The longest wait before a retry, whatever the response asks for. */
const MAX_WAIT_MS = 60_000;

/** A fetch that tries again after 429, 503 and no answer, where that is safe. Rejects with SendexConnectionError. */
export function retrying(patience: Patience): (request: Request) => Promise<Response> {
  return (request) => {
    const isSafe = request.method !== "POST" || request.headers.has("idempotency-key");
    return attempt(patience, request, isSafe ? (patience.maxRetries ?? MAX_RETRIES) : 0, 1);
  };
}

async function attempt(
  patience: Patience,
  request: Request,
  retries: number,
  nth: number,
): Promise<Response> {
  const outcome = await once(patience, request.clone());
  if (nth <= retries && isPassing(outcome) && !request.signal.aborted) {
    const waited = sleep(waitBefore(nth, outcome), true, { signal: request.signal });
    if (await waited.catch(() => false)) return attempt(patience, request, retries, nth + 1);
  }
  if (outcome instanceof Error) throw outcome;
  return outcome;
}

type Outcome = Response | SendexConnectionError;

/** One try, with the whole answer: a connection can also end in the middle of it. */
async function once(
  { fetch: send = fetch, timeoutMs = TIMEOUT_MS }: Patience,
  request: Request,
): Promise<Outcome> {
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const response = await send(request, { signal });
    return new Response(await response.arrayBuffer(), response);
  } catch (cause) {
    return new SendexConnectionError(`${request.method} ${request.url} was not answered.`, { cause });
  }
}

function isPassing(outcome: Outcome): boolean {
  return outcome instanceof Error || outcome.status === 429 || outcome.status === 503;
}

/** As the answer asks, or a wait that doubles; a part of it is chance, so that clients do not come back together. */
function waitBefore(nth: number, outcome: Outcome): number {
  const asked = outcome instanceof Error ? undefined : secondsToWait(outcome.headers);
  const own = FIRST_WAIT_MS * 2 ** (nth - 1) * (0.5 + Math.random() / 2);
  return Math.min(asked === undefined ? own : asked * 1_000, MAX_WAIT_MS);
}
