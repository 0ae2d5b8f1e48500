import type { Dialect } from "../accepting/message";

/** Every retry delay of the system as data, in milliseconds, before RETRY_TIME_SCALE. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Sendex seed "Retry schedule": 54 attempts, so 53 delays, 24.03 h in all. */
const SENDEX_ATTEMPTS = 54;
const SENDEX_CAP_MS = 30 * MINUTE;

/** The delay after the 1st, 2nd, … failed attempt, by the surface a message was accepted on. */
export const LADDERS: Record<Dialect, readonly number[]> = {
  sendex: sendexDelays(),
  /** Sendarix seed: 30 s, 5 m, 30 m, 2 h, 5 h; the 6th failure is the last. */
  sendarix: [30 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR],
};

function sendexDelays(): number[] {
  const delays = [30 * SECOND, MINUTE, 2 * MINUTE, 4 * MINUTE];
  for (let delay = 8 * MINUTE; delays.length < SENDEX_ATTEMPTS - 1; delay *= 2) {
    delays.push(Math.min(delay, SENDEX_CAP_MS));
  }
  return delays;
}

/**
 * Milliseconds to wait after this many failed attempts (from 1), or undefined when the ladder is spent.
 * @throws RangeError when nothing has failed yet: there is no delay to tell, and "spent" would fail the message.
 */
export function delayAfter(ladder: Dialect, failedAttempts: number): number | undefined {
  return rung(LADDERS[ladder], failedAttempts);
}

/** docs/contract.md "Webhooks": the delay after each failed delivery, give or take WEBHOOK_JITTER. */
export const WEBHOOK_DELAYS_MS: readonly number[] = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  8 * HOUR,
];
const WEBHOOK_JITTER = 0.2;

/**
 * Milliseconds to wait after this many failed deliveries (from 1), spread by ± 20 % with `random` from [0, 1);
 * undefined when no delivery follows.
 * @throws RangeError when nothing has failed yet.
 */
export function webhookDelay(failures: number, random: number): number | undefined {
  const delay = rung(WEBHOOK_DELAYS_MS, failures);
  return delay === undefined ? undefined : Math.round(delay * (1 + WEBHOOK_JITTER * (2 * random - 1)));
}

function rung(delays: readonly number[], failures: number): number | undefined {
  if (!Number.isInteger(failures) || failures < 1) throw new RangeError(`${failures} failures have no delay`);
  return delays[failures - 1];
}

/** The least wait after SES throttled a call (docs/contract.md "The life of a message"), before scaling. */
export const THROTTLE_MIN_DELAY_MS = SECOND;

/** A claim holds this long, and no SES call starts with less than the margin of it left (docs/faults.md, row 5). */
const LEASE_MS = 20 * SECOND;
const SES_MARGIN_MS = 10 * SECOND;
/** How long SES's own event is waited for when an outcome is unknown; `critical` mail cannot wait that long. */
export const SETTLE_MS = 120 * SECOND;
export const SETTLE_CRITICAL_MS = 15 * SECOND;

/** The least values after scaling: claiming, calling SES and SES's events take real time at any scale. */
const LEASE_FLOOR_MS = 4 * SECOND;
const SES_MARGIN_FLOOR_MS = 2 * SECOND;
const SETTLE_FLOOR_MS = SECOND;

/** A wait under RETRY_TIME_SCALE, in whole milliseconds. */
export function scaled(ms: number, scale: number): number {
  return Math.round(ms * scale);
}

/** A lease under RETRY_TIME_SCALE, at least 4 s. */
export function leaseMs(scale: number): number {
  return Math.max(LEASE_FLOOR_MS, scaled(LEASE_MS, scale));
}

/** The margin that goes with `leaseMs`, at least 2 s. A call given this as its time limit ends within its lease. */
export function sesMarginMs(scale: number): number {
  return Math.max(SES_MARGIN_FLOOR_MS, scaled(SES_MARGIN_MS, scale));
}

/** A settling time under RETRY_TIME_SCALE, at least 1 s. */
export function settleScaled(ms: number, scale: number): number {
  return Math.max(SETTLE_FLOOR_MS, scaled(ms, scale));
}
