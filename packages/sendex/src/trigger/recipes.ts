/** How an event is brought about with mail to the sandbox. Source: docs/sandbox.md "Addresses that behave". */
export interface Recipe {
  /** The simulator's mailbox, before its @. */
  mailbox: string;
  /** What is done beside sending. */
  beside?: "schedule" | "suppress" | "unsubscribe";
}

const SIMULATOR = "simulator.amazonses.com";

/** Every event that mail of a test key can cause. */
export const RECIPES = {
  "email.queued": { mailbox: "success" },
  "email.scheduled": { mailbox: "success", beside: "schedule" },
  "email.cancelled": { mailbox: "success", beside: "schedule" },
  "email.sent": { mailbox: "success" },
  "email.delivered": { mailbox: "success" },
  "email.deferred": { mailbox: "success+deferred" },
  "email.delivery_delayed": { mailbox: "success+deferred" },
  "email.bounced": { mailbox: "bounce" },
  "email.complained": { mailbox: "complaint" },
  "email.failed": { mailbox: "success+failed" },
  "email.opened": { mailbox: "success+opened" },
  "email.clicked": { mailbox: "success+clicked" },
  "email.suppressed": { mailbox: "success+suppressed", beside: "suppress" },
  "email.unsubscribed": { mailbox: "success+unsubscribed", beside: "unsubscribe" },
} as const satisfies Record<string, Recipe>;

export type Triggered = keyof typeof RECIPES;

export const TRIGGERED = Object.keys(RECIPES) as Triggered[];

export function addressOf({ mailbox }: Recipe): string {
  return `${mailbox}@${SIMULATOR}`;
}

/** The word of the timeline, which is the event's without its beginning. */
export function entryOf(event: Triggered): string {
  return event === "email.delivery_delayed" ? "deferred" : event.slice("email.".length);
}
