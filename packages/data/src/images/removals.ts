import { bigint, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** Has an object of the store removed at `dueAt`; the image that has it by then takes this back (`keepImage`). */
export async function askRemoval(data: Data, key: string, dueAt: Date): Promise<void> {
  await plain(data).query(ASK({ key, dueAt }));
}

/** Objects that are to be removed by now, the longest due first; due again at `retryAt`. */
export async function claimRemovals(data: Data, now: Date, retryAt: Date, limit: number): Promise<string[]> {
  const { rows } = await plain(data).query<{ key: string }>(CLAIM({ now, retryAt, limit }));
  return rows.map(({ key }) => key);
}

/** They are gone. */
export async function endRemoval(data: Data, key: string): Promise<void> {
  await plain(data).query(END({ key }));
}

const ASK = unpreparedStatement(
  { key: text, dueAt: timestamptz },
  (p) => `
INSERT INTO image_removals (key, due_at) VALUES (${p.key}, ${p.dueAt})
ON CONFLICT (key) DO UPDATE SET due_at = EXCLUDED.due_at`,
);

const CLAIM = unpreparedStatement(
  { now: timestamptz, retryAt: timestamptz, limit: bigint },
  (p) => `
UPDATE image_removals SET due_at = ${p.retryAt}
WHERE key IN (SELECT key FROM image_removals WHERE due_at <= ${p.now} ORDER BY due_at LIMIT ${p.limit} FOR UPDATE SKIP LOCKED)
RETURNING key`,
);

const END = unpreparedStatement({ key: text }, (p) => `DELETE FROM image_removals WHERE key = ${p.key}`);
