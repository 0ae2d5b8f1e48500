import { DAY_MS } from "@sendex/kit/day";

/** Which of an account's mail the content review looks at. Source: the Sendex seed, "AI monitoring". */

/** Messages of a thousand. */
const REVIEW_SHARES = {
  /** Of an account's first day: all of it. */
  firstDay: 1_000,
  /** Of a day that went over the guideline. */
  crossed: 200,
  new: 100,
  trusted: 10,
} as const;

export interface SampledAccount {
  tier: string;
  createdAt: Date;
  /** It went over its guideline today. */
  crossed: boolean;
}

/** Of a thousand of this account's messages, how many are reviewed; it never becomes 0. */
export function reviewShare({ tier, createdAt, crossed }: SampledAccount, now: Date): number {
  if (now.getTime() - createdAt.getTime() < DAY_MS) return REVIEW_SHARES.firstDay;
  const usual = tier === "new" ? REVIEW_SHARES.new : REVIEW_SHARES.trusted;
  return crossed ? Math.max(REVIEW_SHARES.crossed, usual) : usual;
}

/**
 * Whether a message is among `share` of a thousand. Its id decides, whose end is random and ours: a sender cannot tell
 * beforehand which mail is reviewed, and a larger share holds all of a smaller one.
 */
export function isSampled(messageId: string, share: number): boolean {
  let hash = 0x811c9dc5;
  for (const character of messageId.slice(-RANDOM_CHARACTERS))
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % 1_000 < share;
}

/** Of the end of an id. */
const RANDOM_CHARACTERS = 12;
