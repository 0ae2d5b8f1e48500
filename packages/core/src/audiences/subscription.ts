import { DAY_MS } from "@sendex/kit/day";
import type { Priority } from "../accepting/message";
import type { Topic } from "./topic";

/** What the owner of an address chose, and which mail that is about (ADR 23). */

/** Where a mail's author wants the link to leave it, in three braces: our name for it, and the Resend SDK's. */
export const LEAVE_PLACES = ["unsubscribe_url", "RESEND_UNSUBSCRIBE_URL"] as const;

/** In place of a topic's id: all mail that one can leave. */
export const ALL_TOPICS = "";
/** What "not for a while" means on the page. */
const PAUSE_DAYS = 30;

export const SUBSCRIPTION_SOURCES = ["api", "page", "one_click", "report", "import", "confirmation"] as const;
/** `page`: the one that unsubscribe links lead to; `one_click`: a mail program's button (RFC 8058); `report`: SES; `import`: a file of contacts; `confirmation`: the link of a mail that asks for it. */
export type SubscriptionSource = (typeof SUBSCRIPTION_SOURCES)[number];

/** The reasons of mail that its reader did not want: all mail that one can leave was left, or its topic, or the address was not confirmed yet. */
export const UNWANTED = ["opted_out", "opted_out_of_topic", "not_confirmed"] as const;
export type Unwanted = (typeof UNWANTED)[number];

/** A choice; one without a row was never made. */
export interface Choice {
  topicId: string;
  subscribed: boolean;
  /** Until then; null: it holds. */
  until: Date | null;
}

/**
 * Whether mail can be left: bulk mail, and mail of a topic. What else a product sends (a sign-in code, an invoice) goes
 * out whatever its reader chose about newsletters; the suppression list is what stops that.
 */
export function canBeLeft(mail: { priority: Priority; topicId: string | null }): boolean {
  return mail.priority === "bulk" || mail.topicId !== null;
}

function holds({ until }: Pick<Choice, "until">, now: Date): boolean {
  return until === null || until > now;
}

/** Whether all mail that one can leave has been left. */
export function hasLeft(choices: readonly Choice[], now: Date): boolean {
  return choices.some((choice) => choice.topicId === ALL_TOPICS && !choice.subscribed && holds(choice, now));
}

/** Whether one gets a topic's mail, as far as that topic goes. */
export function isSubscribed(
  { id, subscribed }: Pick<Topic, "id" | "subscribed">,
  choices: readonly Choice[],
  now: Date,
): boolean {
  return choices.find((choice) => choice.topicId === id && holds(choice, now))?.subscribed ?? subscribed;
}

export function pauseEnd(now: Date): Date {
  return new Date(now.getTime() + PAUSE_DAYS * DAY_MS);
}
