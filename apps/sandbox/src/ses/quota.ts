import type { Clock } from "../clock";
import { namedRefusal } from "./refusal";

export interface QuotaState {
  maxSendRate: number;
  max24HourSend: number;
  sentLast24Hours: number;
}

export interface Quota {
  /** Takes recipients off both limits, or throws the throttle SES answers. */
  take(recipients: number): void;
  /** `refused`: calls turned away for either limit since the start. */
  state(): QuotaState & { refused: number };
  set(changes: Partial<QuotaState>): void;
}

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

interface Meter extends QuotaState {
  /** Recipients that may be sent now; below zero while a large call is being worked off. */
  tokens: number;
  filledAt: number;
  /** Recipients by minute since the epoch, oldest first; their sum is sentLast24Hours. */
  perMinute: Map<number, number>;
  refused: number;
}

/**
 * The account's sending quotas, both counted in recipients. The rate is a bucket of one second's worth. As at SES a
 * call goes through while anything is left, even for more recipients than that, and the debt is waited off.
 */
export function createQuota(limits: { maxSendRate: number; max24HourSend: number }, clock: Clock): Quota {
  const meter: Meter = {
    ...limits,
    sentLast24Hours: 0,
    tokens: capacity(limits.maxSendRate),
    filledAt: clock(),
    perMinute: new Map(),
    refused: 0,
  };
  return {
    take: (recipients) => take(meter, recipients, clock()),
    state() {
      forget(meter, clock());
      const { maxSendRate, max24HourSend, sentLast24Hours, refused } = meter;
      return { maxSendRate, max24HourSend, sentLast24Hours, refused };
    },
    set: (changes) => change(meter, changes, clock()),
  };
}

function take(meter: Meter, recipients: number, now: number): void {
  forget(meter, now);
  refill(meter, now);
  if (meter.sentLast24Hours + 1 > meter.max24HourSend) return refuse(meter, "DailyQuota");
  if (meter.tokens < 1) return refuse(meter, "Throttling");
  meter.tokens -= recipients;
  record(meter, recipients, now);
}

function refuse(meter: Meter, why: string): never {
  meter.refused += 1;
  throw namedRefusal(why);
}

function change(meter: Meter, changes: Partial<QuotaState>, now: number): void {
  meter.maxSendRate = changes.maxSendRate ?? meter.maxSendRate;
  meter.max24HourSend = changes.max24HourSend ?? meter.max24HourSend;
  meter.tokens = capacity(meter.maxSendRate);
  meter.filledAt = now;
  if (changes.sentLast24Hours === undefined) return;
  meter.perMinute.clear();
  meter.sentLast24Hours = 0;
  record(meter, changes.sentLast24Hours, now);
}

function capacity(maxSendRate: number): number {
  return Math.max(1, maxSendRate);
}

function refill(meter: Meter, now: number): void {
  const gained = ((now - meter.filledAt) / 1000) * meter.maxSendRate;
  meter.tokens = Math.min(capacity(meter.maxSendRate), meter.tokens + gained);
  meter.filledAt = now;
}

function forget(meter: Meter, now: number): void {
  const oldest = Math.floor(now / MINUTE) - DAY_MINUTES;
  for (const [minute, count] of meter.perMinute) {
    if (minute > oldest) return;
    meter.perMinute.delete(minute);
    meter.sentLast24Hours -= count;
  }
}

function record(meter: Meter, recipients: number, now: number): void {
  const minute = Math.floor(now / MINUTE);
  meter.perMinute.set(minute, (meter.perMinute.get(minute) ?? 0) + recipients);
  meter.sentLast24Hours += recipients;
}
