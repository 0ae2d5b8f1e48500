import type { Judged, RateKind, RateNumbers } from "./kinds";
import { lowerBound } from "./wilson";

/** Windows of hours that mail is added up over, by when it was sent; each ends now. */
export const WINDOWS = [1, 6, 24] as const;
export type Window = (typeof WINDOWS)[number];

/** Recipients of a window: sent, and bounced, complaining or put off. */
export interface Tally {
  sent: number;
  affected: number;
}
export type Tallies = Record<Window, Tally>;

/** How a kind is judged. */
interface RateRule {
  /** Any of them opens an alert. */
  windows: readonly Window[];
  /** The shorter one, if it has some mail, decides whether it is over; the longer one, whether there is any mail at all. Complaints come hours after the mail. */
  closing: readonly [Window, Window];
  leastSent: number;
  leastAffected: number;
}

export const RATE_RULES: Record<RateKind, RateRule> = {
  bounce_rate: { windows: [1, 6, 24], closing: [1, 6], leastSent: 50, leastAffected: 3 },
  complaint_rate: { windows: [1, 6, 24], closing: [24, 24], leastSent: 50, leastAffected: 3 },
  deferrals: { windows: [1, 6], closing: [1, 6], leastSent: 20, leastAffected: 3 },
};

/** An alert needs so many times the usual rate. */
const TIMES_USUAL = 3;
/** Of four weeks, before the windows, without their worst day: with less mail nothing is usual. */
export const USUAL_DAYS = 28;
const LEAST_USUAL = 50;
/** A window with fewer says nothing about an end. */
const LEAST_TO_CLOSE = 20;

/** The share above which a cause is bad, between 0 and 1. `threshold` is in percent. */
export function rateLimit(threshold: number, usual: number | null): number {
  if (usual === null) return threshold / 100;
  // Three times a half is more than all: a cause that is always bad can still become worse.
  return Math.max(threshold / 100, Math.min(TIMES_USUAL * usual, (1 + usual) / 2));
}

/** The usual share, or null where there is too little mail to say. */
export function usualShare({ sent, affected }: Tally): number | null {
  return sent < LEAST_USUAL ? null : Math.min(1, affected / sent);
}

/**
 * Judges one part of an account's mail; `gone`: nothing of it was sent for a while. What a long window still holds of a
 * trouble that is over opens nothing: the latest mail must prove half of the limit by itself.
 */
export function judgeRate(
  kind: RateKind,
  tallies: Tallies,
  { limit, usual }: { limit: number; usual: number | null },
): Judged<RateNumbers> & { gone: boolean; bound: number } {
  const { windows, closing } = RATE_RULES[kind];
  const bounds = windows.map((hours) => ({ hours, bound: boundOf(kind, tallies[hours]) }));
  const worst = bounds.reduce((a, b) => (b.bound > a.bound ? b : a));
  const [short, long] = closing;
  const hours = tallies[short].sent >= LEAST_TO_CLOSE ? short : long;
  const late = tallies[hours];
  const recent = Math.max(0, ...bounds.filter((one) => one.hours <= hours).map(({ bound }) => bound));
  const proven = Math.max(recent, lowerBound(late.affected, late.sent));
  const { sent, affected } = tallies[worst.hours];
  return {
    over: worst.bound > limit && proven > limit / 2,
    clear: recent <= limit && (late.sent === 0 || late.affected / late.sent < limit / 2),
    gone: tallies[long].sent === 0,
    bound: worst.bound,
    numbers: {
      hours: worst.hours,
      sent,
      affected,
      percent: percentOf(sent === 0 ? 0 : Math.min(1, affected / sent)),
      usual_percent: usual === null ? null : percentOf(usual),
      limit_percent: percentOf(limit),
    },
  };
}

/** What a window proves; 0 where it holds too little. */
function boundOf(kind: RateKind, { sent, affected }: Tally): number {
  const { leastSent, leastAffected } = RATE_RULES[kind];
  return sent >= leastSent && affected >= leastAffected ? lowerBound(affected, sent) : 0;
}

function percentOf(share: number): number {
  return Math.round(share * 10_000) / 100;
}
