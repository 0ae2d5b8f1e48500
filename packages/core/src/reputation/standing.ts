import { HOUR_MS } from "@sendex/kit/day";
import { type Counts, percentOf, SUSPENSION, WARNING_PERCENT } from "./rate";

/** Why accounts are suspended, sources paused, and what is said about it. Source: the Sendex seed, "Account Suspension". */

export const SUSPENSION_CAUSES = ["bounce_rate", "content", "operator"] as const;
export type SuspensionCause = (typeof SUSPENSION_CAUSES)[number];

/** What a decision rests on; shown to the owner. */
export interface Evidence {
  /** Of a bounce rate: recipients, and percent. */
  sent?: number;
  hurt?: number;
  percent?: number;
  threshold_percent?: number;
  window_days?: number;
  /** Of the content review. */
  message_id?: string;
  label?: string;
  signals?: string[];
}

export interface Grounds {
  cause: SuspensionCause;
  /** One sentence, for the owner. */
  reason: string;
  evidence: Evidence;
}

/** How long held mail waits for its account's reinstatement before it fails. Source: docs/contract.md "Reputation". */
export const HELD_HOURS = 72;
/** When what is held from now on is given up. */
export function heldUntil(now: Date): Date {
  return new Date(now.getTime() + HELD_HOURS * HOUR_MS);
}

/** The reason of what was held to the end. */
export const HELD_TOO_LONG = "held_too_long";
/** The reason of what is held. */
export const ACCOUNT_SUSPENDED = "account_suspended";
/** The reason of what waits because its key or template is paused. */
export const SOURCE_PAUSED = "source_paused";

/** Appeals against one suspension. */
export const MAX_APPEALS = 3;
export const MAX_APPEAL_CHARACTERS = 5_000;

export function rateEvidence(counts: Counts, threshold: number): Evidence {
  return {
    sent: counts.sent,
    hurt: counts.hurt,
    percent: percentOf(counts),
    threshold_percent: threshold,
    window_days: SUSPENSION.windowDays,
  };
}

/** Of an account above the threshold. */
export function rateGrounds(counts: Counts): Grounds {
  return {
    cause: "bounce_rate",
    reason: `${rateSentence(counts)}, above the limit of ${SUSPENSION.percent} %.`,
    evidence: rateEvidence(counts, SUSPENSION.percent),
  };
}

/** Of an account at half of it, or of a source above it; for going on with. */
export function rateSentence(counts: Counts): string {
  const { sent, hurt } = counts;
  const of = `${hurt} of the ${sent} recipients of the last ${SUSPENSION.windowDays} days`;
  return `${of} bounced or complained: ${percentOf(counts)} %`;
}

export function warningSentence(counts: Counts): string {
  return `${rateSentence(counts)}, above ${WARNING_PERCENT} %. At ${SUSPENSION.percent} % the account is suspended.`;
}
