import { arrayOf, bigint, text } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import type { Transaction } from "../database/transaction";

/**
 * Erases an address, lower-case, in an account's audience of both modes: its contacts with their places in lists, and
 * what was asked for with it; how many contacts. What was chosen about mail keeps mail away, and goes with `choices` alone.
 */
export async function eraseContacts(
  client: Transaction,
  accountId: string,
  address: string,
  { choices }: { choices: boolean },
): Promise<number> {
  // Locked before the contacts, as confirming does.
  await client.query(FORGET_SIGN_UPS({ accountId, address }));
  if (choices) await client.query(FORGET_CHOICES({ accountId, address }));
  const { rows } = await client.query<{ id: string }>(ERASE_CONTACTS({ accountId, address }));
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await client.query(LEAVE_SEGMENTS({ accountId, ids }));
  return ids.length;
}

/** Where events are to be looked at next, by what they are about. */
export interface EventCursor {
  subjectId: string;
  id: string;
}

/** Subjects of events that name an address: contacts, suppressions, and the address itself of who is no contact. */
export function rangesNaming(address: string): { from: string; to: string }[] {
  return [
    { from: "con_", to: "con`" },
    { from: "sup_", to: "sup`" },
    { from: address, to: `${address} ` },
  ];
}

/**
 * Erases an account's events about subjects from the cursor on and before `to` that name the address, with what
 * endpoints were told of them; a page at a time. → the next cursor, undefined at the end.
 */
export async function eraseEvents(
  data: Data,
  accountId: string,
  address: string,
  page: { after: EventCursor; to: string; limit: number },
): Promise<EventCursor | undefined> {
  const { after, to, limit } = page;
  const { rows } = await plain(data).query<{ subject_id: string; id: string }>(
    ERASE_EVENTS({ accountId, address, subjectId: after.subjectId, id: after.id, to, limit }),
  );
  return rows[0] && { subjectId: rows[0].subject_id, id: rows[0].id };
}

const OF_ADDRESS = (p: { accountId: string; address: string }) =>
  `account_id = ${p.accountId} AND mode = ANY (enum_range(NULL::mode)) AND address = ${p.address}`;

const FORGET_SIGN_UPS = unpreparedStatement(
  { accountId: text, address: text },
  (p) => `DELETE FROM sign_ups WHERE ${OF_ADDRESS(p)}`,
);

const FORGET_CHOICES = unpreparedStatement(
  { accountId: text, address: text },
  (p) => `DELETE FROM subscriptions WHERE ${OF_ADDRESS(p)}`,
);

const ERASE_CONTACTS = unpreparedStatement(
  { accountId: text, address: text },
  (p) => `DELETE FROM contacts WHERE ${OF_ADDRESS(p)} RETURNING id`,
);

const LEAVE_SEGMENTS = unpreparedStatement(
  { accountId: text, ids: arrayOf(text) },
  (p) =>
    `DELETE FROM segment_contacts WHERE account_id = ${p.accountId} AND contact_id = ANY (${p.ids}::text[])`,
);

const ERASE_EVENTS = unpreparedStatement(
  { accountId: text, address: text, subjectId: text, id: text, to: text, limit: bigint },
  (p) => `
WITH page AS (
  SELECT subject_id, id, lower(data ->> 'email') = ${p.address} AS named FROM events
  WHERE account_id = ${p.accountId} AND (subject_id, id) > (${p.subjectId}, ${p.id}) AND subject_id < ${p.to}
  ORDER BY subject_id, id LIMIT ${p.limit}
), named AS (
  SELECT id FROM page WHERE named
), untried AS (
  DELETE FROM delivery_attempts a USING named x WHERE a.account_id = ${p.accountId} AND a.event_id = x.id
), untold AS (
  DELETE FROM deliveries d USING named x WHERE d.account_id = ${p.accountId} AND d.event_id = x.id
), gone AS (
  DELETE FROM events e USING named x WHERE e.account_id = ${p.accountId} AND e.id = x.id
)
SELECT subject_id, id FROM page ORDER BY subject_id DESC, id DESC LIMIT 1`,
);
