import type { WebhookEvent } from "@sendex/sdk/generated/api";

/** Another service's name for one of these. */
type Alias = "email.delivery_delayed";
/** A name that an endpoint can ask for here. */
export type EventName = Exclude<WebhookEvent, Alias>;

export const GROUPS = ["outcome", "reader", "before", "audience", "account"] as const;
type Group = (typeof GROUPS)[number];

/** Each name's group, so that a name that the API adds is an error of types until it has one. */
const GROUP_OF: Record<EventName, Group> = {
  "email.sent": "outcome",
  "email.delivered": "outcome",
  "email.deferred": "outcome",
  "email.bounced": "outcome",
  "email.complained": "outcome",
  "email.failed": "outcome",
  "email.suppressed": "outcome",
  "suppression.added": "outcome",
  "suppression.removed": "outcome",
  "email.opened": "reader",
  "email.clicked": "reader",
  "email.unsubscribed": "reader",
  "email.queued": "before",
  "email.scheduled": "before",
  "email.cancelled": "before",
  "contact.created": "audience",
  "contact.updated": "audience",
  "contact.deleted": "audience",
  "contact.confirmed": "audience",
  "contact.subscribed": "audience",
  "contact.unsubscribed": "audience",
  "contact.topics.updated": "audience",
  "topic.created": "audience",
  "topic.updated": "audience",
  "topic.deleted": "audience",
  "broadcast.queued": "audience",
  "broadcast.started": "audience",
  "broadcast.paused": "audience",
  "broadcast.completed": "audience",
  "broadcast.cancelled": "audience",
  "broadcast.failed": "audience",
  "domain.verified": "account",
  "account.suspended": "account",
  "account.reinstated": "account",
  "account.tier_changed": "account",
  "alert.opened": "account",
  "alert.closed": "account",
};

const NAMES = Object.entries(GROUP_OF);

/** All names there are here. */
export const EVENT_NAMES: readonly string[] = NAMES.map(([name]) => name);

export function isEventName(name: string): name is EventName {
  return name in GROUP_OF;
}

export function eventsOf(group: Group): EventName[] {
  return NAMES.filter(([, its]) => its === group).flatMap(([name]) => (isEventName(name) ? [name] : []));
}

/** Adds or takes away names, and keeps what is chosen in one order; names that are not known here stay. */
export function choose(chosen: readonly string[], names: readonly string[], on: boolean): string[] {
  const rest = chosen.filter((name) => !names.includes(name));
  const all = on ? [...rest, ...names] : rest;
  const place = (name: string) => EVENT_NAMES.indexOf(name);
  return all.sort((a, b) => place(a) - place(b));
}

/** Of a group: all, some or none of its names are chosen. */
export function amountOf(group: Group, chosen: readonly string[]): "all" | "some" | "none" {
  const names = eventsOf(group);
  const count = names.filter((name) => chosen.includes(name)).length;
  if (count === 0) return "none";
  return count === names.length ? "all" : "some";
}
