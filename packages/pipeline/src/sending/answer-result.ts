import { RETRIES_EXHAUSTED, type EventData, type TimelineType } from "@sendex/core/webhooks/event";
import { delayAfter, scaled, THROTTLE_MIN_DELAY_MS } from "@sendex/core/sending/ladder";
import type { SesAnswer } from "@sendex/core/ports";
import { OWN_STATES } from "@sendex/core/reports/status";
import { settleMs } from "@sendex/core/sending/unknown";
import type { Claim } from "@sendex/data/sending/claim";
import type { AttemptResult } from "@sendex/data/sending/finish";
import type { Fact } from "@sendex/data/reports/facts";
import { newFacts } from "../reports/new-fact";
import { newEntry } from "../webhooks/new-entry";

/** How long a route stays shut before one mail probes it, in ms under RETRY_TIME_SCALE. */
export const PROBE_MS = 30_000;
/** SES's words go on the timeline, cut at this many characters. */
const MAX_DETAIL = 500;

/** SES was not called at all: our own slowness or trouble, which uses up no step of the ladder. */
export interface NotCalled {
  kind: "not_called";
  code: string;
  detail: string;
}

interface Answered {
  claim: Claim;
  answer: SesAnswer | NotCalled;
  /** When the attempt began: before anything that SES can report of it, so that a timeline reads in order. */
  calledAt: Date;
  now: Date;
  scale: number;
}

type Next = AttemptResult["next"];

/** What SES said → what becomes of the recipient. Pure but for the new ids. Source: docs/reliability.md "SES answers". */
export function answerResult(answered: Answered): AttemptResult {
  const { claim, answer, calledAt, now } = answered;
  const { accountId, messageId, n, attempt, mode } = claim;
  const { next, type } = nextOf(answered);
  // Made first: within a millisecond the ids keep the order in which the timeline should read.
  const attemptEvent = newEntry(claim, "attempt", attemptData(answered, next), now, calledAt);
  const entries = type ? [newEntry(claim, type, entryData(answered, next), now)] : [];
  return {
    accountId,
    messageId,
    n,
    attempt,
    mode,
    next,
    outcome: {
      kind: answer.kind,
      code: answer.kind === "sent" ? null : answer.code,
      detail: answer.kind === "sent" ? null : answer.detail.slice(0, MAX_DETAIL),
      sesMessageId: answer.kind === "sent" ? answer.sesMessageId : null,
    },
    attemptEvent,
    events: entries,
    facts: factOf(claim, next, now),
  };
}

/** The recipient's next state, and the entry beside the attempt's own. */
function nextOf({ claim, answer, calledAt, now, scale }: Answered): { next: Next; type?: TimelineType } {
  const waiting: Next = {
    ...OWN_STATES.queued,
    reason: null,
    ladderStep: claim.ladderStep,
    dueAt: null,
    leaseUntil: null,
    unknown: false,
    sentAt: null,
  };
  const after = (ms: number): Date => new Date(now.getTime() + scaled(ms, scale));
  switch (answer.kind) {
    case "sent":
      return { next: { ...waiting, ...OWN_STATES.sent, sentAt: calledAt }, type: "sent" };
    case "throttled":
      return { next: { ...waiting, reason: "throttled", dueAt: after(THROTTLE_MIN_DELAY_MS) } };
    case "not_called":
      return { next: { ...waiting, reason: answer.code, dueAt: after(THROTTLE_MIN_DELAY_MS) } };
    case "paused":
      return { next: { ...waiting, reason: answer.code, dueAt: after(PROBE_MS) }, type: "paused" };
    case "retry":
      return retryOf(claim, waiting, answer.code, after);
    case "rejected":
    case "unverified":
      return { next: { ...waiting, ...OWN_STATES.failed, reason: answer.code }, type: "failed" };
    case "unknown": {
      const leaseUntil = new Date(now.getTime() + settleMs(claim.priority, scale));
      return {
        next: { ...waiting, ...OWN_STATES.sending, reason: "unknown", leaseUntil, unknown: true },
        type: "unknown",
      };
    }
  }
}

function retryOf(
  claim: Claim,
  waiting: Next,
  code: string,
  after: (ms: number) => Date,
): { next: Next; type?: TimelineType } {
  const ladderStep = claim.ladderStep + 1;
  const delay = delayAfter(claim.dialect, ladderStep);
  if (delay === undefined)
    return {
      next: { ...waiting, ...OWN_STATES.failed, ladderStep, reason: RETRIES_EXHAUSTED },
      type: "failed",
    };
  const next = { ...waiting, ladderStep, reason: code, dueAt: after(delay) };
  return claim.dialect === "sendarix" ? { next, type: "deferred" } : { next };
}

function attemptData({ claim, answer }: Answered, next: Next): EventData {
  const { attempt } = claim;
  if (answer.kind === "sent") return { attempt, sesMessageId: answer.sesMessageId };
  return {
    attempt,
    reason: answer.kind === "throttled" || answer.kind === "unknown" ? answer.kind : answer.code,
    detail: answer.detail.slice(0, MAX_DETAIL),
    ...retryAt(next),
  };
}

function entryData({ claim, answer }: Answered, next: Next): EventData {
  const { attempt } = claim;
  if (answer.kind === "sent") return { attempt, sesMessageId: answer.sesMessageId };
  return {
    attempt,
    reason: next.reason ?? answer.code,
    detail: answer.detail.slice(0, MAX_DETAIL),
    ...retryAt(next),
  };
}

function retryAt(next: Next): EventData {
  return next.dueAt ? { retryAt: next.dueAt.toISOString() } : {};
}

function factOf(claim: Claim, next: Next, now: Date): Fact[] {
  if (next.status !== "sent" && next.status !== "failed") return [];
  // By the hour of its sending, as everything else that is heard of it.
  return newFacts(claim, next.status, next.sentAt ?? now);
}
