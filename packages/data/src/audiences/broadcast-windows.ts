import type { Mode } from "@sendex/core/accepting/message";
import { OWN_STATES } from "@sendex/core/reports/status";
import {
  arrayOf,
  bigint,
  boolean,
  int,
  mode as modeType,
  smallint,
  text,
  timestamptz,
} from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { keyed, plain } from "../database/pools";
import type { Transaction } from "../database/transaction";
import type { Variant } from "@sendex/core/audiences/subject-test";
import type { BroadcastRow } from "./broadcasts";

/** How a broadcast becomes mail, window by window; and what becomes of the mail that was made. */

/** Whom a broadcast is about. */
export type BroadcastKey = Pick<BroadcastRow, "accountId" | "mode" | "id">;

/** Broadcasts whose turn has come, the longest waiting first. */
export async function broadcastsInTurn(data: Data, now: Date, limit: number): Promise<BroadcastKey[]> {
  const { rows } = await plain(data).query<{ account_id: string; mode: Mode; id: string }>(
    IN_TURN({ now, limit }),
  );
  return rows.map((row) => ({ accountId: row.account_id, mode: row.mode, id: row.id }));
}

/** What a window comes to. */
export interface Step {
  /** As it was read: another scheduler may have been there since. */
  cursor: string;
  /** As it was read: the rest begins with the cursor where the test began. */
  winner: Variant | null;
  next: string;
  made: number;
  skipped: number;
  /** There is no further contact. */
  exhausted: boolean;
  /** The first of the mails that may not have been tried. */
  firstOpen: string | null;
  turnAt: Date;
}

/**
 * Moves the cursor on, where the broadcast is still sending and the cursor where it was read: in the transaction that
 * stores the window's mails, each contact's mail is made once. False: nothing may be stored.
 */
export async function stepBroadcast(client: Transaction, key: BroadcastKey, step: Step): Promise<boolean> {
  const { rowCount } = await client.query(STEP({ ...key, ...step }));
  return rowCount === 1;
}

/** A broadcast, and the first of its mails that may not have been tried: those before it need no look. */
type OpenFrom = Pick<BroadcastRow, "accountId" | "id" | "firstOpen">;

/** Of a broadcast's mails from the first that may not have been tried on: how many were not, up to `limit`, and which is the first. */
export async function openMails(
  data: Data,
  { accountId, id, firstOpen }: OpenFrom,
  limit: number,
): Promise<{ count: number; first: string | null }> {
  const { rows } = await keyed(data).query<{ count: number; first: string | null }>(
    OPEN({ accountId, id, firstOpen: firstOpen ?? "", limit }),
  );
  return rows[0] ?? { count: 0, first: null };
}

/** What waits only because the broadcast was paused is due again. */
export async function releaseMails(
  client: Transaction,
  { accountId, id, firstOpen }: OpenFrom,
  now: Date,
): Promise<void> {
  await client.query(RELEASE({ accountId, id, firstOpen: firstOpen ?? "", now }));
}

/** Cancels up to `limit` of a broadcast's mails that were never claimed; returns their ids. */
export async function cancelMails(
  client: Transaction,
  { accountId, id, firstOpen }: OpenFrom,
  { now, limit }: { now: Date; limit: number },
): Promise<string[]> {
  const { rank } = OWN_STATES.cancelled;
  const { rows } = await client.query<{ message_id: string }>(
    CANCEL({ accountId, id, firstOpen: firstOpen ?? "", rank, limit }),
  );
  const ids = rows.map(({ message_id }) => message_id).sort();
  // What it cost comes back now, not when it would have been sent.
  if (ids.length > 0) await client.query(LOOK_AT_HOLDS({ accountId, ids, now }));
  return ids;
}

const IN_TURN = unpreparedStatement(
  { now: timestamptz, limit: bigint },
  (p) =>
    `SELECT account_id, mode, id FROM broadcasts WHERE turn_at <= ${p.now} ORDER BY turn_at LIMIT ${p.limit}`,
);

const STEP = statement(
  "step-broadcast",
  {
    accountId: text,
    mode: modeType,
    id: text,
    cursor: text,
    winner: text.orNull,
    next: text,
    made: int,
    skipped: int,
    exhausted: boolean,
    firstOpen: text.orNull,
    turnAt: timestamptz,
  },
  (p) => `
UPDATE broadcasts SET cursor = ${p.next}, made = made + ${p.made}, skipped = skipped + ${p.skipped}, exhausted = ${p.exhausted},
  first_open = ${p.firstOpen}, turn_at = ${p.turnAt}
WHERE account_id = ${p.accountId} AND mode = ${p.mode} AND id = ${p.id} AND state = 'sending' AND cursor = ${p.cursor}
  AND winner IS NOT DISTINCT FROM ${p.winner}`,
);

const OPEN = unpreparedStatement(
  { accountId: text, id: text, firstOpen: text, limit: bigint },
  (p) => `
SELECT count(*)::int AS count, min(message_id) AS first FROM (
  SELECT r.message_id FROM messages m JOIN recipients r ON r.account_id = m.account_id AND r.message_id = m.id
  WHERE m.account_id = ${p.accountId} AND m.broadcast_id = ${p.id} AND m.id >= ${p.firstOpen}
    AND (r.status IN ('queued', 'held') AND r.attempt = 0 OR r.status = 'sending' AND r.attempt <= 1)
  ORDER BY m.id LIMIT ${p.limit}
) open`,
);

/** Waiting mails of a broadcast, as rows of `recipients r`. */
const waiting = (p: { accountId: string; id: string; firstOpen: string }): string => `
SELECT r.account_id, r.message_id, r.n FROM recipients r JOIN messages m ON m.account_id = r.account_id AND m.id = r.message_id
WHERE r.account_id = ${p.accountId} AND r.status IN ('queued', 'held') AND m.broadcast_id = ${p.id} AND m.id >= ${p.firstOpen}`;

const RELEASE = unpreparedStatement(
  { accountId: text, id: text, firstOpen: text, now: timestamptz },
  (p) => `
UPDATE recipients u SET due_at = ${p.now}, admitted_until = NULL
FROM (${waiting(p)} AND r.status = 'queued' AND r.due_at > ${p.now} ORDER BY r.message_id, r.n FOR UPDATE OF r) w
WHERE (u.account_id, u.message_id, u.n) = (w.account_id, w.message_id, w.n)`,
);

const CANCEL = unpreparedStatement(
  { accountId: text, id: text, firstOpen: text, rank: smallint, limit: bigint },
  (p) => `
UPDATE recipients u SET status = 'cancelled', rank = ${p.rank}, due_at = NULL, admitted_until = NULL
FROM (${waiting(p)} AND r.attempt = 0 ORDER BY r.message_id, r.n LIMIT ${p.limit} FOR UPDATE OF r) w
WHERE (u.account_id, u.message_id, u.n) = (w.account_id, w.message_id, w.n)
RETURNING u.message_id`,
);

const LOOK_AT_HOLDS = unpreparedStatement(
  { accountId: text, ids: arrayOf(text), now: timestamptz },
  (p) => `
UPDATE credit_holds SET due_at = LEAST(due_at, ${p.now})
WHERE account_id = ${p.accountId} AND message_id = ANY (${p.ids}::text[])`,
);
