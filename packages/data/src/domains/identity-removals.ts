import { bigint, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** Whether SES may still have the identity of a domain that was deleted here. */
export async function isRemovalAsked(data: Data, name: string): Promise<boolean> {
  return (await plain(data).query(FIND_REMOVAL({ name }))).rowCount === 1;
}

/** For an identity of ours whose domain is not there; domains that are deleted ask by themselves. */
export async function askRemoval(data: Data, name: string, dueAt: Date): Promise<void> {
  await plain(data).query(ASK_REMOVAL({ name, dueAt }));
}

/** Names whose identities are to be removed by now, the longest due first; due again at `retryAt`. */
export async function claimRemovals(data: Data, now: Date, retryAt: Date, limit: number): Promise<string[]> {
  // A domain that has the name again, under whatever account, uses the identity.
  await plain(data).query(DELETE_RETAKEN({}));
  const { rows } = await plain(data).query<{ name: string }>(CLAIM_REMOVALS({ now, retryAt, limit }));
  return rows.map(({ name }) => name);
}

/** SES has removed it; a removal that was asked for since, and so is due at another time, stays asked for. */
export async function endRemoval(data: Data, name: string, dueAt: Date): Promise<void> {
  await plain(data).query(END_REMOVAL({ name, dueAt }));
}

const FIND_REMOVAL = unpreparedStatement(
  { name: text },
  (p) => `SELECT 1 FROM identity_removals WHERE name = ${p.name}`,
);

const ASK_REMOVAL = unpreparedStatement(
  { name: text, dueAt: timestamptz },
  (p) => `
INSERT INTO identity_removals (name, due_at) VALUES (${p.name}, ${p.dueAt})
ON CONFLICT (name) DO UPDATE SET due_at = EXCLUDED.due_at`,
);

const CLAIM_REMOVALS = unpreparedStatement(
  { now: timestamptz, retryAt: timestamptz, limit: bigint },
  (p) => `
UPDATE identity_removals SET due_at = ${p.retryAt}
WHERE name IN (SELECT name FROM identity_removals WHERE due_at <= ${p.now} ORDER BY due_at LIMIT ${p.limit})
RETURNING name`,
);

const END_REMOVAL = unpreparedStatement(
  { name: text, dueAt: timestamptz },
  (p) => `DELETE FROM identity_removals WHERE name = ${p.name} AND due_at = ${p.dueAt}`,
);

const DELETE_RETAKEN = unpreparedStatement(
  {},
  () => `DELETE FROM identity_removals r USING domains d WHERE d.name = r.name`,
);
