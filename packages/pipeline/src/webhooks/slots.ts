import { ENDPOINT_WINDOW } from "@sendex/core/sending/admission";

/** A process's requests in flight to one webhook endpoint: matrix row 23 wants the others not to feel a hanging one. */
export const MAX_IN_FLIGHT = 16;
/** To an endpoint whose last request failed: enough to notice that it answers again. */
export const PROBING = 2;
/** A delivery that is expected to have its turn within this waits for it in place, so that a burst costs no detour. */
const LINE_MS = 250;
/** What one turn of the scheduler admits finds a place: each one sent away comes back a second later at the earliest. */
const LINE_PLACES = ENDPOINT_WINDOW - MAX_IN_FLIGHT;
/** Sooner, and it would be admitted again while its job of this time is still being closed. */
const MIN_WAIT_MS = 1_000;
const MAX_WAIT_MS = 30_000;
/** Of an endpoint that has not answered yet. */
const FIRST_GUESS_MS = 100;
/** What the latest request counts for in what is usual. */
const WEIGHT = 0.2;
/** Endpoints remembered; beyond it the oldest of those without a request is forgotten. */
const MAX_LANES = 10_000;

/** `go`: call `leave` when the request is over, with what came of it. `later`: give way for so long. */
export type Entry =
  | { kind: "go"; knownToFail(): void; leave(request?: { succeeded: boolean; ms: number }): void }
  | { kind: "later"; waitMs: number };

/** Who may call which endpoint now, in this process. */
export interface EndpointSlots {
  /** @param now ms; any clock that goes on */
  enter(webhookId: string, now: number): Promise<Entry>;
}

interface Lane {
  inFlight: number;
  failing: boolean;
  /** Nobody who stood in line had a turn in time, and no request has come back since. */
  stuck: boolean;
  usualMs: number;
  line: ((free: boolean) => void)[];
  /** When the next one who is sent away would have a turn. */
  nextAt: number;
}

/** At most 16 at a time for each endpoint, and 2 while it fails; whoever is above frees the worker at once or shortly. */
export function openEndpointSlots(): EndpointSlots {
  const lanes = new Map<string, Lane>();
  return {
    async enter(webhookId, now) {
      const lane = laneOf(lanes, webhookId);
      if (lane.line.length === 0 && lane.inFlight < limitOf(lane)) {
        lane.inFlight += 1;
        return go(lane);
      }
      if (worthWaiting(lane) && (await stand(lane))) return go(lane);
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
    line: [],
    nextAt: 0,
  };
  lanes.set(webhookId, lane);
  return lane;
}

function forgetOne(lanes: Map<string, Lane>): void {
  for (const [id, { inFlight, line }] of lanes)
    if (inFlight === 0 && line.length === 0) {
      lanes.delete(id);
      return;
    }
}

function limitOf({ failing }: Lane): number {
  return failing ? PROBING : MAX_IN_FLIGHT;
}

/** The place is taken before, in the same breath in which it was seen to be free. */
function go(lane: Lane): Entry {
  return {
    kind: "go",
    knownToFail: () => void (lane.failing = true),
    leave(request) {
      lane.inFlight -= 1;
      if (request) learn(lane, request);
      callUp(lane);
    },
  };
}

function callUp(lane: Lane): void {
  if (lane.failing) {
    for (const wake of lane.line.splice(0)) wake(false);
    return;
  }
  for (const wake of lane.line.splice(0, Math.max(0, MAX_IN_FLIGHT - lane.inFlight))) {
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
  const places = lane.line.length + 1;
  return (
    !lane.failing &&
    !lane.stuck &&
    places <= LINE_PLACES &&
    (places * lane.usualMs) / MAX_IN_FLIGHT <= LINE_MS
  );
}

/** Resolves to whether a place became free in time. */
function stand(lane: Lane): Promise<boolean> {
  return new Promise((resolve) => {
    const wake = (free: boolean): void => {
      clearTimeout(timer);
      resolve(free);
    };
    const timer = setTimeout(() => {
      lane.line.splice(lane.line.indexOf(wake), 1);
      lane.stuck = true;
      resolve(false);
    }, LINE_MS);
    lane.line.push(wake);
  });
}

/** Each one sent away has a turn of its own at the endpoint's usual speed, so that nobody comes back in vain. */
function sendAway(lane: Lane, now: number): Entry {
  const at = Math.min(Math.max(now + MIN_WAIT_MS, lane.nextAt), now + MAX_WAIT_MS);
  lane.nextAt = at + lane.usualMs / limitOf(lane);
  return { kind: "later", waitMs: Math.ceil(at - now) };
}
