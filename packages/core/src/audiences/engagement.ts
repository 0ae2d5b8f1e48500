import type { Measure } from "../analytics/measures";

/**
 * What mail to an address came to, as rules ask for it and as the summary by address keeps it: when it last happened. Opens
 * and clicks of machines are none. Source: docs/audiences.md "What mail came to".
 */
export const ENGAGEMENTS = ["sent", "delivered", "opened", "clicked", "bounced", "complained"] as const;
export type Engagement = (typeof ENGAGEMENTS)[number];

/** What is counted of mail as each of these. */
export const MEASURES_OF = {
  sent: ["sent"],
  delivered: ["delivered"],
  opened: ["opened"],
  clicked: ["clicked"],
  bounced: ["bounced_permanent", "bounced_transient", "bounced_undetermined"],
  complained: ["complained"],
} as const satisfies Record<Engagement, readonly Measure[]>;

export function isEngagement(word: string): word is Engagement {
  return ENGAGEMENTS.some((known) => known === word);
}
