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
  /** Broadcasts (empty: all mail) of whose mail several things are asked. */
  shared: Set<string>;
}

export function newAsking(place: Place, now: Date, accountId: string): Asking {
  return { place, now, accountId, joins: new Map(), shared: new Set() };
}

/** Stands behind `contacts c`. */
export function joinsOf({ joins }: Asking): string {
  return [...joins.values()].join("\n  ");
}

/** What is asked of mail to a contact: of a broadcast's, or with an empty id of any. */
interface Touch {
  engagement: Engagement;
  broadcast: string;
  /** Null: ever. */
  since: Date | null;
}

/**
 * Whether this happened. Asked alone, what did not happen is not joined at all; several questions of the same mail (`shared`)
 * are asked of one join.
 */
export function touched(asking: Asking, touch: Touch, wanted: boolean): string {
  const { engagement, broadcast, since } = touch;
  const { place } = asking;
  const isShared = asking.shared.has(broadcast);
  const happenedIn = (name: string) => {
    const at = `${name}.${columnOf(engagement)}`;
    return since ? `${at} >= ${place(timestamptz, since)}` : `${at} IS NOT NULL`;
  };
  const what = isShared ? "mail" : `${engagement} ${since?.getTime() ?? "ever"}`;
  const alias = joined(asking, `${what} ${broadcast}`, (name) => {
    const key = `${name}.account_id = c.account_id AND ${name}.mode = c.mode AND ${name}.address = c.address`;
    const ofMail = `LEFT JOIN engagement ${name} ON ${key} AND ${name}.broadcast_id = ${place(text, broadcast)}`;
    return isShared ? ofMail : `${ofMail} AND ${happenedIn(name)}`;
  });
  if (!isShared) return `${alias}.address IS ${wanted ? "NOT NULL" : "NULL"}`;
  return wanted ? happenedIn(alias) : `(${happenedIn(alias)}) IS NOT TRUE`;
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
