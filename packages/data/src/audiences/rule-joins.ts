import type { Engagement } from "@sendex/core/audiences/engagement";
import { ALL_TOPICS } from "@sendex/core/audiences/subscription";
import { arrayOf, text, timestamptz } from "../database/parameters";
import type { Place } from "../database/statement";
import { columnOf } from "./engagement";

/**
 * What conditions look at beside a contact, each joined once by a key, so that a contact stays one row. Joined and not looked
 * up in conditions, PostgreSQL reads each table once for a million contacts, and by keys for a window of them.
 */

/** A statement that rules are written into: what stands for values, now, and what is joined to contact `c`. */
export interface Asking {
  place: Place;
  now: Date;
  accountId: string;
  /** By what they join, in order. */
  joins: Map<string, string>;
}

export function newAsking(place: Place, now: Date, accountId: string): Asking {
  return { place, now, accountId, joins: new Map() };
}

/** Stands behind `contacts c`. */
export function joinsOf({ joins }: Asking): string {
  return [...joins.values()].join("\n  ");
}

/** Null where this never happened, or not since then, to mail of a broadcast's, or with an empty id to any. */
export function touched(
  asking: Asking,
  { engagement, broadcast, since }: { engagement: Engagement; broadcast: string; since: Date | null },
): string {
  const { place } = asking;
  const what = `${engagement} ${broadcast} ${since?.getTime() ?? "ever"}`;
  const alias = joined(asking, what, (name) => {
    const key = `${name}.account_id = c.account_id AND ${name}.mode = c.mode AND ${name}.address = c.address`;
    const at = `${name}.${columnOf(engagement)}`;
    const happened = since ? `${at} >= ${place(timestamptz, since)}` : `${at} IS NOT NULL`;
    return `LEFT JOIN engagement ${name} ON ${key} AND ${name}.broadcast_id = ${place(text, broadcast)} AND ${happened}`;
  });
  return `${alias}.address`;
}

/** What was chosen about a topic, if it holds; else null. */
export function choiceOf(asking: Asking, topic: string): string {
  const { place, now } = asking;
  const alias = joined(asking, `choice ${topic}`, (name) => {
    const key = `${name}.account_id = c.account_id AND ${name}.mode = c.mode AND ${name}.address = c.address`;
    const held = `(${name}.until IS NULL OR ${name}.until > ${place(timestamptz, now)})`;
    return `LEFT JOIN subscriptions ${name} ON ${key} AND ${name}.topic_id = ${place(text, topic)} AND ${held}`;
  });
  return `${alias}.subscribed`;
}

/** Null where all such mail was not left. */
export function leftAll(asking: Asking): string {
  const { place, now } = asking;
  const alias = joined(asking, "left", (name) => {
    const key = `${name}.account_id = c.account_id AND ${name}.mode = c.mode AND ${name}.address = c.address`;
    const held = `(${name}.until IS NULL OR ${name}.until > ${place(timestamptz, now)})`;
    return `LEFT JOIN subscriptions ${name} ON ${key} AND ${name}.topic_id = '${ALL_TOPICS}' AND NOT ${name}.subscribed AND ${held}`;
  });
  return `${alias}.address`;
}

/** Null where the contact is not in the list. */
export function placeIn(asking: Asking, segment: string): string {
  const alias = joined(
    asking,
    `list ${segment}`,
    (name) =>
      `LEFT JOIN segment_contacts ${name} ON ${name}.account_id = c.account_id AND ${name}.segment_id = ${asking.place(text, segment)} AND ${name}.contact_id = c.id`,
  );
  return `${alias}.contact_id`;
}

/** Null where no mail of these broadcasts reached the contact, nor may yet: by the recipients of the contact's address. For a few contacts. */
export function reachedOne(asking: Asking, broadcasts: readonly string[]): string {
  const { place } = asking;
  const alias = joined(
    asking,
    "reached",
    (name) => `LEFT JOIN LATERAL (
    SELECT r.message_id FROM recipients r JOIN messages m ON m.account_id = r.account_id AND m.id = r.message_id
    WHERE r.account_id = c.account_id AND lower(r.address) = c.address AND m.mode = c.mode AND m.broadcast_id = ANY (${place(arrayOf(text), [...broadcasts])}::text[])
      AND ${MAY_REACH} LIMIT 1
  ) ${name} ON true`,
  );
  return `${alias}.message_id`;
}

/** The same, by all recipients of the broadcasts: for many contacts. */
export function reachedAll(asking: Asking, broadcasts: readonly string[]): string {
  const { place, accountId } = asking;
  const alias = joined(
    asking,
    "reached",
    (name) => `LEFT JOIN (
    SELECT DISTINCT m.mode, lower(r.address) AS address FROM messages m
    JOIN recipients r ON r.account_id = m.account_id AND r.message_id = m.id
    WHERE m.account_id = ${place(text, accountId)} AND m.broadcast_id = ANY (${place(arrayOf(text), [...broadcasts])}::text[])
      AND ${MAY_REACH}
  ) ${name} ON ${name}.mode = c.mode AND ${name}.address = c.address`,
  );
  return `${alias}.address`;
}

/** Of recipients `r`: all but those that their mail failed for. */
const MAY_REACH = "r.status NOT IN ('failed', 'cancelled', 'suppressed', 'bounced')";

function joined({ joins }: Asking, what: string, write: (name: string) => string): string {
  const at = [...joins.keys()].indexOf(what);
  const name = `j${at < 0 ? joins.size : at}`;
  if (at < 0) joins.set(what, write(name));
  return name;
}
