import { DAY_MS } from "@sendex/kit/day";
import { isBelow } from "./rate";

/** The tiers of accounts. Source: the Sendex seed, "Sending Limits & Tiers". */

/**
 * A tier's daily guideline, in recipients accepted a UTC day. Going over it refuses nothing: it has the content of that
 * day's mail reviewed. An operator can give an account a guideline of its own.
 */
export const GUIDELINES = { new: 500, trusted: 5_000 } as const;
export type Tier = keyof typeof GUIDELINES;
export const TIERS: readonly Tier[] = ["new", "trusted"];

/** What it takes to become trusted. */
export const PROMOTION = {
  ageDays: 14,
  /** Recipients sent to. */
  sent: 100,
  /** Percent; the rate must be below. */
  bounceRate: 2,
  /** What the two above are counted over. */
  windowDays: 30,
} as const;

export interface PromotionFacts {
  tier: string;
  suspended: boolean;
  createdAt: Date;
  /** Recipients of live mail sent in the last 30 days, and those of them that bounced or complained. */
  sent: number;
  hurt: number;
}

export type Requirement = "age" | "sent" | "bounce_rate" | "standing";

export function isTier(text: string): text is Tier {
  return TIERS.some((tier) => tier === text);
}

/** Recipients a UTC day; one that an operator gave comes first. */
export function guidelineOf(tier: string, own: number | null): number {
  return own ?? (isTier(tier) ? GUIDELINES[tier] : GUIDELINES.new);
}

/** What an account still lacks to become trusted; empty: nothing. */
export function unmetRequirements(facts: PromotionFacts, now: Date): Requirement[] {
  const age = now.getTime() - facts.createdAt.getTime();
  const unmet: Record<Requirement, boolean> = {
    age: age < PROMOTION.ageDays * DAY_MS,
    sent: facts.sent < PROMOTION.sent,
    bounce_rate: !isBelow(facts, PROMOTION.bounceRate),
    standing: facts.suspended,
  };
  // The parse boundary: the keys of a record of requirements.
  return (Object.keys(unmet) as Requirement[]).filter((requirement) => unmet[requirement]);
}

/** Whether an account is to become trusted now. */
export function isPromoted(facts: PromotionFacts, now: Date): boolean {
  return facts.tier === "new" && unmetRequirements(facts, now).length === 0;
}
