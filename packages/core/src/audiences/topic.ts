/** What mail is about, as its readers may choose it. */

/** Topics that an account can have: they all stand on one page. */
export const MAX_TOPICS = 100;
export const MAX_TOPIC_NAME_CHARACTERS = 100;
export const MAX_TOPIC_DESCRIPTION_CHARACTERS = 300;

/** How the Resend SDK says whether somebody gets a topic's mail. */
export const SUBSCRIPTION_WORDS = ["opt_in", "opt_out"] as const;
export type SubscriptionWord = (typeof SUBSCRIPTION_WORDS)[number];

export function wordFor(subscribed: boolean): SubscriptionWord {
  return subscribed ? "opt_in" : "opt_out";
}

export interface Topic {
  id: string;
  name: string;
  description: string | null;
  /** Whether those who never chose get its mail. */
  subscribed: boolean;
  createdAt: Date;
}
