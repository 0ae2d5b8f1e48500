import { firstHour, HOUR_MS } from "@sendex/kit/day";
import { isSimulator } from "./simulator";
import type { EventData } from "../webhooks/event";

/**
 * The bounce rate. Of the recipients sent to in a span, by the hour they were sent in, it counts those with a Permanent
 * or Undetermined bounce or a complaint, each once; test mail, exhausted retries, what SES did not send for its account's
 * suppression list and all mail to the mailbox simulator stay out. Source: the Sendex seed, "Account Suspension"; docs/contract.md "Reputation".
 */
export interface Counts {
  sent: number;
  /** Bounced for good, or complained. */
  hurt: number;
}

/** What is counted of a recipient that bounced for good or complained, beside its timeline's words. */
export const HURT = "hurt";

/**
 * What is counted of a recipient at the mailbox simulator, beside `sent`: the rate takes it off again, and the owner's own
 * figures keep it.
 */
export const SIMULATED = "simulated";

/** How SES names a bounce or a complaint about mail that it took and did not send: its account's list has the address. */
const ON_ACCOUNT_LIST = "OnAccountSuppressionList";

/**
 * Whether a bounce or complaint that hurts is counted: SES counts none of its simulator's, and none that its account's
 * suppression list causes. Those of its global list (`Suppressed`) it does count, since the address bounced lately. Source: SES developer guide, "Amazon
 * SNS notification contents", bounce types; AWS Knowledge Center, "Do bounces from the Amazon SES suppression list affect
 * my daily sending quota?".
 */
export function countsInRate({ reason }: EventData, address: string): boolean {
  return reason !== ON_ACCOUNT_LIST && !isSimulator(address);
}

/** When an account is suspended: above so many percent of the last days' mail, once so much of it was sent. */
export const SUSPENSION = { percent: 4, windowDays: 15, minSent: 50 } as const;

/** Its owner is warned at half of that. */
export const WARNING_PERCENT = SUSPENSION.percent / 2;

/**
 * The first hour that counts. An account that an operator reinstated starts anew with the hour after, whatever it did
 * before: the decision was made knowing that.
 */
export function rateSpanStart(now: Date, reinstatedAt: Date | null): Date {
  const start = firstHour(now, SUSPENSION.windowDays);
  if (!reinstatedAt) return start;
  const anew = new Date(firstHour(reinstatedAt, 0).getTime() + HOUR_MS);
  return anew > start ? anew : start;
}

export type RateVerdict = "good" | "warn" | "suspend";

/** What an account's rate over the suspension's window means. */
export function judgeRate(counts: Counts): RateVerdict {
  if (counts.sent < SUSPENSION.minSent) return "good";
  if (isAbove(counts, SUSPENSION.percent)) return "suspend";
  return isAbove(counts, WARNING_PERCENT) ? "warn" : "good";
}

/** In whole numbers: no rounding decides about an account. */
export function isAbove({ sent, hurt }: Counts, percent: number): boolean {
  return hurt * 100 > sent * percent;
}

/** Nothing sent is below every rate. */
export function isBelow({ sent, hurt }: Counts, percent: number): boolean {
  return hurt * 100 < sent * percent || hurt === 0;
}

/** For people: `4.25`. */
export function percentOf({ sent, hurt }: Counts): number {
  return sent === 0 ? 0 : Math.round((hurt / sent) * 10_000) / 100;
}

/** A key or a template, and what came of its mail in the window. */
export interface SourceCounts extends Counts {
  kind: "key" | "template";
  id: string;
}

/**
 * The one source that brings an account near its suspension: by itself above the threshold, with enough mail to tell,
 * while all else is well below and is enough to go on with. A template comes before the key that sends it, being less.
 */
export function culpritOf(total: Counts, sources: readonly SourceCounts[]): SourceCounts | undefined {
  const guilty = sources.filter((source) => {
    const rest = { sent: total.sent - source.sent, hurt: total.hurt - source.hurt };
    return (
      source.sent >= SUSPENSION.minSent &&
      isAbove(source, SUSPENSION.percent) &&
      rest.sent >= SUSPENSION.minSent &&
      !isAbove(rest, WARNING_PERCENT)
    );
  });
  return guilty.sort((a, b) => order(a) - order(b) || b.hurt - a.hurt)[0];
}

function order({ kind }: SourceCounts): number {
  return kind === "template" ? 0 : 1;
}
