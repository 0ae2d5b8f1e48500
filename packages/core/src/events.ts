import { DAY_MS } from "@sendex/kit/day";

/** The stream of an account's events: its limits, and how it finds what became visible out of order. */

/** Open at once, of one account. Source: docs/contract.md "Event stream". */
export const MAX_STREAMS = 10;

/** A comment, so that no proxy takes a quiet stream for a dead one. */
export const HEARTBEAT_MS = 15_000;

/** When a client is to come back after its stream ended. */
export const RECONNECT_MS = 2_000;

/** However quiet it is, and whether or not a hint came. */
export const LOOK_MS = 5_000;

/**
 * An event's id has the time at which its transaction was made ready; it is seen once that has committed, and other
 * clocks may be behind. So each look goes back, and what was told before is left out: this far every `LOOK_MS` and when
 * a stream is resumed, …
 */
export const LATE_MS = 60_000;

/** … and this far on a hint. */
export const FRESH_MS = 5_000;

/** What is older than this is no longer caught up with. */
export const RESUME_MS = 3 * DAY_MS;
