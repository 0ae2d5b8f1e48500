import { ENDPOINT_WINDOW } from "@sendex/core/sending/admission";

/** Requests of one process in flight to one endpoint, so that one that hangs does not delay the others (docs/faults.md row 23). */
export const MAX_IN_FLIGHT = 16;
/** The same for an endpoint whose last request failed: enough to notice that it responds again. */
export const PROBING = 2;
/** A delivery that expects a slot within this waits for it here, so that a short burst needs no second admission. */
const SLOT_WAIT_MS = 250;
/** All that one run of admission gives an endpoint may wait here: one that is sent away comes back after 1 s at the earliest. */
const MAX_WAITING = ENDPOINT_WINDOW - MAX_IN_FLIGHT;
/** Earlier, it would be admitted again while its present job is still being closed. */
const MIN_WAIT_MS = 1_000;
const MAX_WAIT_MS = 30_000;
/** The duration assumed for an endpoint that has not responded yet. */
const FIRST_GUESS_MS = 100;
/** The latest request's share in the usual duration. */
const WEIGHT = 0.2;
/** Endpoints remembered; beyond it the oldest without a request is forgotten. */
const MAX_LANES = 10_000;

/** `go`: call `leave` when the request is over, with its outcome. `later`: come back after `waitMs`. */
export type Entry =
  | { kind: "go"; knownToFail(): void; leave(request?: { succeeded: boolean; ms: number }): void }
  | { kind: "later"; waitMs: number };

/** Which endpoints this process may call now. */
export interface EndpointSlots {
  /** @param now ms of any clock that only goes forward */
  enter(webhookId: string, now: number): Promise<Entry>;
}

interface Lane {
  inFlight: number;
  failing: boolean;
  /** A delivery waited here in vain, and no request has ended since. */
  stuck: boolean;
  usualMs: number;
  waiting: ((free: boolean) => void)[];
  /** When a slot is expected for the next delivery that is sent away. */
  nextAt: number;
}

/** At most 16 requests at a time for each endpoint, and 2 while it fails. Any other delivery leaves the worker within 250 ms. */
export function openEndpointSlots(): EndpointSlots {
  const lanes = new Map<string, Lane>();
  return {
    async enter(webhookId, now) {
      const lane = laneOf(lanes, webhookId);
      if (lane.waiting.length === 0 && lane.inFlight < limitOf(lane)) {
        lane.inFlight += 1;
        return go(lane);
      }
      if (worthWaiting(lane) && (await waitForSlot(lane))) return go(lane);
      return sendAway(lane, now);
    },
  };
}

function laneOf(lanes: Map<string, Lane>, webhookId: string): Lane {
  const known = lanes.get(webhookId);
  if (known) return known;
  if (lanes.size >= MAX_LANES) forgetOne(lanes);
  const lane: Lane = {
    inFlight: 0,
    failing: false,
    stuck: false,
    usualMs: FIRST_GUESS_MS,
    waiting: [],
    nextAt: 0,
  };
  lanes.set(webhookId, lane);
  return lane;
}

function forgetOne(lanes: Map<string, Lane>): void {
  for (const [id, { inFlight, waiting }] of lanes)
    if (inFlight === 0 && waiting.length === 0) {
      lanes.delete(id);
      return;
    }
}

function limitOf({ failing }: Lane): number {
  return failing ? PROBING : MAX_IN_FLIGHT;
}

/** The caller has counted the request in `inFlight` already, in the same turn of the event loop in which it saw the slot free. */
function go(lane: Lane): Entry {
  return {
    kind: "go",
    knownToFail: () => void (lane.failing = true),
    leave(request) {
      lane.inFlight -= 1;
      if (request) learn(lane, request);
      wakeWaiting(lane);
    },
  };
}

function wakeWaiting(lane: Lane): void {
  if (lane.failing) {
    for (const wake of lane.waiting.splice(0)) wake(false);
    return;
  }
  for (const wake of lane.waiting.splice(0, Math.max(0, MAX_IN_FLIGHT - lane.inFlight))) {
    lane.inFlight += 1;
    wake(true);
  }
}

function learn(lane: Lane, { succeeded, ms }: { succeeded: boolean; ms: number }): void {
  lane.failing = !succeeded;
  lane.stuck = false;
  lane.usualMs += WEIGHT * (ms - lane.usualMs);
}

function worthWaiting(lane: Lane): boolean {
  const ahead = lane.waiting.length + 1;
  return (
    !lane.failing &&
    !lane.stuck &&
    ahead <= MAX_WAITING &&
    (ahead * lane.usualMs) / MAX_IN_FLIGHT <= SLOT_WAIT_MS
  );
}

/** Resolves to whether a slot became free in time. */
function waitForSlot(lane: Lane): Promise<boolean> {
  return new Promise((resolve) => {
    const wake = (free: boolean): void => {
      clearTimeout(timer);
      resolve(free);
    };
    const timer = setTimeout(() => {
      lane.waiting.splice(lane.waiting.indexOf(wake), 1);
      lane.stuck = true;
      resolve(false);
    }, SLOT_WAIT_MS);
    lane.waiting.push(wake);
  });
}

/** Spreads those sent away over time at the endpoint's usual speed, so that each finds a slot when it comes back. */
function sendAway(lane: Lane, now: number): Entry {
  const at = Math.min(Math.max(now + MIN_WAIT_MS, lane.nextAt), now + MAX_WAIT_MS);
  lane.nextAt = at + lane.usualMs / limitOf(lane);
  return { kind: "later", waitMs: Math.ceil(at - now) };
}
