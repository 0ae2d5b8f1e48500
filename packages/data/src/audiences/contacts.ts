import type { PropertyChanges, PropertyValue } from "@sendex/core/audiences/contact";
import { boolean, jsonb, mode as modeType, rows, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plainOr, type Transaction } from "../database/transaction";
import type { AudienceOwner } from "./segments";
import { hasLeft } from "./subscriptions";

export interface ContactRow {
  id: string;
  /** Lower-case; the one contact of its mode that has it. */
  address: string;
  firstName: string | null;
  lastName: string | null;
  properties: Record<string, PropertyValue>;
  /** Gets no mail that one can leave. */
  unsubscribed: boolean;
  /** Until when it is kept without having confirmed; null: it is as any other. */
  pendingUntil: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A contact that is to be there; what is null stays as it is. */
export interface NewContact {
  id: string;
  address: string;
  firstName: string | null;
  lastName: string | null;
  properties: PropertyChanges;
}

export interface Upserted {
  id: string;
  address: string;
  /** False: it was there before. */
  fresh: boolean;
}

/** Writes contacts, over those of the same address, which are pending no more. They stay locked until the transaction ends, in the order of addresses. */
export async function upsertContacts(
  client: Transaction,
  owner: AudienceOwner,
  contacts: readonly NewContact[],
  now: Date,
): Promise<Upserted[]> {
  const x = [...contacts].sort((a, b) => (a.address < b.address ? -1 : 1));
  const { rows: found } = await client.query<Upserted>(UPSERT({ ...owner, x, now }));
  return found;
}

/** A change of a contact; what is absent stays, and null takes a name away. */
export interface ContactChange {
  firstName?: string | null;
  lastName?: string | null;
  properties?: PropertyChanges;
}

export async function updateContact(
  client: Transaction,
  owner: AudienceOwner,
  id: string,
  { firstName, lastName, properties = {} }: ContactChange,
  now: Date,
): Promise<void> {
  await client.query(
    UPDATE({
      ...owner,
      ...{ id, now },
      changesFirst: firstName !== undefined,
      firstName: firstName ?? null,
      changesLast: lastName !== undefined,
      lastName: lastName ?? null,
      properties: JSON.stringify(properties),
    }),
  );
}

/** By id or address; undefined where there is none of this mode. */
export async function findContact(
  where: Data | Transaction,
  owner: AudienceOwner,
  key: { id: string } | { address: string },
  now: Date,
): Promise<ContactRow | undefined> {
  const named = { id: null, address: null, ...key };
  const { rows: found } = await plainOr(where).query<Row>(FIND({ ...owner, ...named, now }));
  return found[0] && readContact(found[0]);
}

/** With its places in segments, and what was asked for with its address; what it chose about mail stays, so that who left is not written to when it comes back. */
export async function deleteContact(client: Transaction, owner: AudienceOwner, id: string): Promise<boolean> {
  // Locked before the contact, as confirming does.
  await client.query(FORGET_SIGN_UPS({ ...owner, id }));
  const { rowCount } = await client.query(DELETE({ ...owner, id }));
  if (rowCount === 1) await client.query(LEAVE_SEGMENTS({ accountId: owner.accountId, id }));
  return rowCount === 1;
}

export interface Row {
  id: string;
  address: string;
  first_name: string | null;
  last_name: string | null;
  properties: Record<string, PropertyValue>;
  unsubscribed: boolean;
  pending_until: Date | null;
  created_at: Date;
  updated_at: Date;
}

export function readContact(row: Row): ContactRow {
  return {
    id: row.id,
    address: row.address,
    firstName: row.first_name,
    lastName: row.last_name,
    properties: row.properties,
    unsubscribed: row.unsubscribed,
    pendingUntil: row.pending_until,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Of contacts `c`, for `readContact`. */
export const contactColumns = (now: string) =>
  `c.id, c.address, c.first_name, c.last_name, c.properties, c.created_at, c.updated_at, c.pending_until, ${hasLeft("c", now)} AS unsubscribed`;

/** Null takes a property away. */
const UPSERT = statement(
  "upsert-contacts",
  {
    accountId: text,
    mode: modeType,
    now: timestamptz,
    x: rows<NewContact>({
      id: text(({ id }) => id),
      address: text(({ address }) => address),
      first_name: text.orNull(({ firstName }) => firstName),
      last_name: text.orNull(({ lastName }) => lastName),
      properties: text(({ properties }) => JSON.stringify(properties)),
    }),
  },
  ({ accountId, mode, now, x }) => `
INSERT INTO contacts AS c (account_id, mode, id, address, first_name, last_name, properties, created_at, updated_at)
SELECT ${accountId}, ${mode}, id, address, first_name, last_name, jsonb_strip_nulls(properties::jsonb), ${now}, ${now} FROM ${x}
ON CONFLICT (account_id, mode, address) DO UPDATE SET first_name = COALESCE(EXCLUDED.first_name, c.first_name),
  last_name = COALESCE(EXCLUDED.last_name, c.last_name), updated_at = EXCLUDED.updated_at, pending_until = NULL,
  properties = (SELECT COALESCE(jsonb_object_agg(p.key, p.value), '{}') FROM jsonb_each(c.properties || EXCLUDED.properties) p)
RETURNING id, address, xmax = 0 AS fresh`,
);

const UPDATE = unpreparedStatement(
  {
    accountId: text,
    mode: modeType,
    id: text,
    now: timestamptz,
    changesFirst: boolean,
    firstName: text.orNull,
    changesLast: boolean,
    lastName: text.orNull,
    properties: jsonb,
  },
  (p) => `
UPDATE contacts SET first_name = CASE WHEN ${p.changesFirst} THEN ${p.firstName} ELSE first_name END,
  last_name = CASE WHEN ${p.changesLast} THEN ${p.lastName} ELSE last_name END,
  properties = jsonb_strip_nulls(properties || ${p.properties}::jsonb), updated_at = ${p.now}
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id}`,
);

const FIND = unpreparedStatement(
  { accountId: text, mode: modeType, id: text.orNull, address: text.orNull, now: timestamptz },
  (p) => `
SELECT ${contactColumns(p.now)} FROM contacts c
WHERE c.account_id = ${p.accountId} AND c.mode = ${p.mode} AND (c.id = ${p.id} OR c.address = ${p.address})`,
);

const DELETE = unpreparedStatement(
  { accountId: text, mode: modeType, id: text },
  (p) => `DELETE FROM contacts WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id}`,
);

const FORGET_SIGN_UPS = unpreparedStatement(
  { accountId: text, mode: modeType, id: text },
  (p) => `
DELETE FROM sign_ups WHERE account_id = ${p.accountId} AND mode = ${p.mode}
  AND address = (SELECT address FROM contacts WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id})`,
);

const LEAVE_SEGMENTS = unpreparedStatement(
  { accountId: text, id: text },
  (p) => `DELETE FROM segment_contacts WHERE account_id = ${p.accountId} AND contact_id = ${p.id}`,
);
