/**
 * How much of a backlog a queue in Redis holds: about what is taken from it in a second. The rest waits in PostgreSQL,
 * so that the next turns are decided shortly before. Source: ARCHITECTURE "Admit".
 */

/** Seconds of work. */
const WINDOW_SECONDS = 1;
/** Less would leave workers idle between two runs of admission. */
const LEAST = 40;
/** Redis' memory is bounded by this, whatever waits. */
const MOST = 2_000;
/** Before anything is known. */
export const FIRST_WINDOW = 400;
/** A webhook endpoint's oldest due deliveries that may be in the queue at a time: about 320 a second. */
export const ENDPOINT_WINDOW = 64;
/** How much of the way to a new measurement one run goes. */
const SMOOTHING = 0.2;

/** What was seen of one queue between two runs. */
export interface Seen {
  /** Recipients that workers began to send. */
  taken: number;
  seconds: number;
  /** Jobs that wait now. */
  waiting: number;
}

/** The window for the next run. One that ran empty was too small; one that no worker takes from shrinks. */
export function nextWindow(window: number, { taken, seconds, waiting }: Seen): number {
  if (seconds <= 0 || (taken === 0 && waiting === 0)) return window;
  const aim = (taken / seconds) * WINDOW_SECONDS;
  if (waiting === 0) return clamp(Math.max(window, 2 * aim));
  return clamp(window + (aim - window) * SMOOTHING);
}

/** How many jobs each of `accounts` may have of `room`. */
export function fairShare(room: number, accounts: number): number {
  return Math.max(1, Math.floor(room / Math.max(1, accounts)));
}

/** One from each account, then the next from each; each account's own in their order. */
export function inTurns<T extends { accountId: string }>(items: readonly T[]): T[] {
  const places = new Map<string, number>();
  const placed = items.map((item) => {
    const place = places.get(item.accountId) ?? 0;
    places.set(item.accountId, place + 1);
    return { item, place };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

function clamp(window: number): number {
  return Math.min(MOST, Math.max(LEAST, window));
}
