import type { ReportItem } from "../reports/items";

/**
 * How fast a destination domain takes our mail, learnt from its answers: nothing is limited until it defers; then half
 * of what it was sent lately, and from there a little more with every mail it takes, until the limit is forgotten.
 * Pure: times are ms of any clock that all callers share.
 */
export interface DomainPace {
  /** Mails taken and deferred lately, as of `at`: each counts for half a minute later. */
  taken: number;
  deferred: number;
  at: number;
  /** Of the first deferral, when the counting began. */
  since: number;
  /** Recipients a second; absent while nothing is limited. */
  limit?: number;
  /** What was sent a second when it was first limited: well above that, the limit is forgotten. */
  before?: number;
  cutAt?: number;
  /** Of the latest deferral. */
  deferredAt: number;
}

/** A mail counts half after this time. */
const HALF_LIFE_MS = 60_000;
const MEMORY_MS = HALF_LIFE_MS / Math.LN2;
/** Counting begins with the first deferral; before this the rate is not known. */
const OBSERVED_MS = 10_000;
/** One full mailbox or one greylisted mail says nothing about a domain. */
const LEAST_DEFERRED = 3;
const LEAST_SHARE = 0.1;
/** Multiplicative decrease, once for all the deferrals of the same moment. */
const CUT = 0.5;
const CUT_EVERY_MS = 10_000;
/** Additive increase: recipients a second for each mail taken. At any rate it takes some 100 s to grow by e. */
const RAISE = 0.01;
/** One mail in 30 s goes on testing the domain. */
const LEAST_RATE = 1 / 30;
const FORGOTTEN_ABOVE = 2;
/** A domain's state is forgotten this long after its last deferral. */
export const PACE_FORGOTTEN_MS = 15 * 60_000;

/** The domain deferred a mail. */
export function onDeferral(state: DomainPace | undefined, at: number): DomainPace {
  const now = aged(state, at);
  const next = { ...now, deferred: now.deferred + 1, deferredAt: at };
  const telling =
    at - next.since >= OBSERVED_MS &&
    next.deferred >= LEAST_DEFERRED &&
    next.deferred >= LEAST_SHARE * (next.deferred + next.taken);
  const cutLately = next.cutAt !== undefined && at - next.cutAt < CUT_EVERY_MS;
  if (!telling || cutLately) return next;
  const lately = rateLately(next);
  const limit = Math.max(LEAST_RATE, CUT * Math.min(next.limit ?? Infinity, lately));
  return { ...next, limit, before: next.before ?? lately, cutAt: at };
}

/** The domain took `n` mails. Undefined: there is nothing to remember about it any more. */
export function onDelivery(state: DomainPace | undefined, n: number, at: number): DomainPace | undefined {
  if (!state || isForgotten(state, at)) return undefined;
  const now = aged(state, at);
  const next = { ...now, taken: now.taken + n };
  if (next.limit === undefined || next.before === undefined) return next;
  const limit = next.limit + RAISE * n;
  return limit >= FORGOTTEN_ABOVE * next.before ? undefined : { ...next, limit };
}

/** Recipients a second that it may be sent; Infinity while nothing is limited. */
export function rateAt(state: DomainPace | undefined, at: number): number {
  return !state || isForgotten(state, at) ? Infinity : (state.limit ?? Infinity);
}

export function isForgotten({ deferredAt }: DomainPace, at: number): boolean {
  return at - deferredAt >= PACE_FORGOTTEN_MS;
}

/**
 * Whether a report tells how its domain takes mail. A full mailbox, a mail that is too large or unwanted, and SES's own
 * trouble say nothing about the domain. Source: SES developer guide, "Delivery delay object", "Bounce types".
 */
export function paceSign({ type, event, data }: ReportItem): "taken" | "deferred" | undefined {
  if (type === "delivered") return "taken";
  const late = type === "deferred" || event === "bounced_transient";
  return late && !NOT_THE_DOMAIN.has(data.reason ?? "") ? "deferred" : undefined;
}

const NOT_THE_DOMAIN = new Set([
  "MailboxFull",
  "MessageTooLarge",
  "ContentRejected",
  "AttachmentRejected",
  "InternalFailure",
  "SendingDeferral",
  "BYOIPHostNameLookupUnavailable",
]);

/** Recipients a second: a steady rate counts up to itself times the memory, and to less while that is still filling. */
function rateLately({ taken, deferred, at, since }: DomainPace): number {
  const filled = MEMORY_MS * (1 - Math.exp(-(at - since) / MEMORY_MS));
  return ((taken + deferred) * 1000) / filled;
}

/** A clock that runs back a little ages nothing. */
function aged(state: DomainPace | undefined, at: number): DomainPace {
  if (!state || isForgotten(state, at)) return { taken: 0, deferred: 0, at, since: at, deferredAt: at };
  const left = 0.5 ** (Math.max(0, at - state.at) / HALF_LIFE_MS);
  return {
    ...state,
    taken: state.taken * left,
    deferred: state.deferred * left,
    at: Math.max(at, state.at),
  };
}
