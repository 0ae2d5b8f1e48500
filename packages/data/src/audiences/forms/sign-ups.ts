import type { SignUpWish } from "@sendex/core/audiences/forms/form";
import { bigint, jsonb, mode as modeType, text, timestamptz } from "../../database/parameters";
import { unpreparedStatement } from "../../database/statement";
import type { Data } from "../../database/open";
import { plain } from "../../database/pools";
import { plainOr, type Transaction } from "../../database/transaction";
import type { AudienceOwner } from "../segments";

/** What somebody asked for with an address, and whether its owner confirmed it. */
export interface SignUp {
  id: string;
  /** Lower-case. */
  address: string;
  /** Empty: it came by the API. */
  formId: string;
  wish: SignUpWish;
  redirectUrl: string | null;
  /** Networks; null: not known, or the account's own call. */
  askedFrom: string | null;
  createdAt: Date;
  confirmedAt: Date | null;
  confirmedFrom: string | null;
}

type NewSignUp = Omit<SignUp, "createdAt" | "confirmedAt" | "confirmedFrom">;

/** Writes it over one that is open: of an address and a form there is one. Returns its id, which links name. */
export async function putSignUp(
  client: Transaction,
  owner: AudienceOwner,
  signUp: NewSignUp,
  now: Date,
): Promise<string> {
  const wish = JSON.stringify(signUp.wish);
  const { rows } = await client.query<{ id: string }>(PUT({ ...owner, ...signUp, wish, now }));
  return rows[0]?.id ?? signUp.id;
}

/**
 * Makes the contact of an address that has none, pending until then. One that is pending is so for longer; any other is
 * left alone.
 */
export async function putPending(
  client: Transaction,
  owner: AudienceOwner,
  { id, address, until }: { id: string; address: string; until: Date },
  now: Date,
): Promise<void> {
  await client.query(PUT_PENDING({ ...owner, id, address, until, now }));
}

export async function findSignUp(
  where: Data | Transaction,
  owner: AudienceOwner,
  id: string,
): Promise<SignUp | undefined> {
  const { rows } = await plainOr(where).query<Row>(FIND({ ...owner, id }));
  return rows[0] && readSignUp(rows[0]);
}

/** What is known of how an address came: what was confirmed last, else what is open. */
export async function lastSignUp(
  data: Data,
  owner: AudienceOwner,
  address: string,
): Promise<SignUp | undefined> {
  const { rows } = await plain(data).query<Row>(LAST({ ...owner, address }));
  return rows[0] && readSignUp(rows[0]);
}

/** Whether it was open until now: of two at once one confirms. */
export async function markConfirmed(
  client: Transaction,
  owner: AudienceOwner,
  { id, confirmedFrom }: { id: string; confirmedFrom: string | null },
  now: Date,
): Promise<boolean> {
  const { rowCount } = await client.query(CONFIRM({ ...owner, id, confirmedFrom, now }));
  return rowCount === 1;
}

/** Removes what nobody confirmed: sign-ups from before then, and contacts that are pending until now. How many of the two. */
export async function removeUnconfirmed(
  data: Data,
  { before, now, limit }: { before: Date; now: Date; limit: number },
): Promise<number> {
  const signUps = await plain(data).query(REMOVE_SIGN_UPS({ before, limit }));
  const contacts = await plain(data).query(REMOVE_CONTACTS({ now, limit }));
  return (signUps.rowCount ?? 0) + (contacts.rowCount ?? 0);
}

interface Row {
  id: string;
  address: string;
  form_id: string;
  wish: SignUpWish;
  redirect_url: string | null;
  asked_from: string | null;
  created_at: Date;
  confirmed_at: Date | null;
  confirmed_from: string | null;
}

function readSignUp(row: Row): SignUp {
  return {
    id: row.id,
    address: row.address,
    formId: row.form_id,
    wish: row.wish,
    redirectUrl: row.redirect_url,
    askedFrom: row.asked_from,
    createdAt: row.created_at,
    confirmedAt: row.confirmed_at,
    confirmedFrom: row.confirmed_from,
  };
}

const COLUMNS =
  "id, address, form_id, wish, redirect_url, asked_from, created_at, confirmed_at, confirmed_from";

// The time of the last asking counts: it is what its link is good for.
const PUT = unpreparedStatement(
  {
    ...{ accountId: text, mode: modeType, id: text, address: text, formId: text, wish: jsonb },
    ...{ redirectUrl: text.orNull, askedFrom: text.orNull, now: timestamptz },
  },
  (p) => `
INSERT INTO sign_ups (account_id, mode, id, address, form_id, wish, redirect_url, asked_from, created_at)
VALUES (${p.accountId}, ${p.mode}, ${p.id}, ${p.address}, ${p.formId}, ${p.wish}::jsonb, ${p.redirectUrl}, ${p.askedFrom}, ${p.now})
ON CONFLICT (account_id, mode, address, form_id) WHERE confirmed_at IS NULL DO UPDATE SET wish = EXCLUDED.wish,
  redirect_url = EXCLUDED.redirect_url, asked_from = EXCLUDED.asked_from, created_at = EXCLUDED.created_at
RETURNING id`,
);

const PUT_PENDING = unpreparedStatement(
  {
    ...{ accountId: text, mode: modeType, id: text, address: text },
    ...{ until: timestamptz, now: timestamptz },
  },
  (p) => `
INSERT INTO contacts (account_id, mode, id, address, created_at, updated_at, pending_until)
VALUES (${p.accountId}, ${p.mode}, ${p.id}, ${p.address}, ${p.now}, ${p.now}, ${p.until})
ON CONFLICT (account_id, mode, address) DO UPDATE SET pending_until = EXCLUDED.pending_until
WHERE contacts.pending_until IS NOT NULL`,
);

const FIND = unpreparedStatement(
  { accountId: text, mode: modeType, id: text },
  (p) => `
SELECT ${COLUMNS} FROM sign_ups WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id}`,
);

const LAST = unpreparedStatement(
  { accountId: text, mode: modeType, address: text },
  (p) => `
SELECT ${COLUMNS} FROM sign_ups WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND address = ${p.address}
ORDER BY confirmed_at DESC NULLS LAST, id DESC LIMIT 1`,
);

const CONFIRM = unpreparedStatement(
  { accountId: text, mode: modeType, id: text, confirmedFrom: text.orNull, now: timestamptz },
  (p) => `
UPDATE sign_ups SET confirmed_at = ${p.now}, confirmed_from = ${p.confirmedFrom}
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id} AND confirmed_at IS NULL`,
);

const REMOVE_SIGN_UPS = unpreparedStatement(
  { before: timestamptz, limit: bigint },
  (p) => `
DELETE FROM sign_ups WHERE (account_id, mode, id) IN (
  SELECT account_id, mode, id FROM sign_ups WHERE confirmed_at IS NULL AND created_at < ${p.before}
  ORDER BY created_at LIMIT ${p.limit} FOR UPDATE SKIP LOCKED)`,
);

// Nobody who is pending is in a list.
const REMOVE_CONTACTS = unpreparedStatement(
  { now: timestamptz, limit: bigint },
  (p) => `
DELETE FROM contacts WHERE (account_id, mode, id) IN (
  SELECT account_id, mode, id FROM contacts WHERE pending_until <= ${p.now}
  ORDER BY pending_until LIMIT ${p.limit} FOR UPDATE SKIP LOCKED)`,
);
