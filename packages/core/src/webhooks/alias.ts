import type { WebhookEvent } from "./event";

/** Events that Resend's users know by another name. An endpoint that asks by that name is told by it. */
export const EVENT_ALIASES = { "email.delivery_delayed": "email.deferred" } as const satisfies Record<
  string,
  WebhookEvent
>;
export type EventAlias = keyof typeof EVENT_ALIASES;
export type EventName = WebhookEvent | EventAlias;

/** The name by which an endpoint with these choices is told of an event; by ours where it asked for both, or for all. */
export function nameFor(event: WebhookEvent, chosen: readonly string[]): EventName {
  return chosen.includes(event) ? event : (aliasesOf(event).find((alias) => chosen.includes(alias)) ?? event);
}

function aliasesOf(event: WebhookEvent): EventAlias[] {
  // The keys of a literal.
  return (Object.keys(EVENT_ALIASES) as EventAlias[]).filter((alias) => EVENT_ALIASES[alias] === event);
}

/** Names that the Resend SDK has for what does not happen here, by their beginning, and why. */
const NOT_SENT: readonly (readonly [string, string])[] = [
  ["email.received", "receiving mail is not there yet"],
  ["domain.", "of a domain, only domain.verified is told"],
];

/** Why an event by this name is never told, or undefined for a name that nobody knows. */
export function whyNotSent(name: string): string | undefined {
  return NOT_SENT.find(([beginning]) => name.startsWith(beginning))?.[1];
}
