import type { Priority } from "@sendex/core/accepting/message";
import type { Admitted } from "./admission";
import type { ClaimRequest, RecipientKey } from "./recipient-key";
import { bigint, smallint, text, timestamptz } from "../database/parameters";
import { statement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";

/** A recipient on its way into quarantine, as it stands before its run. */
export interface Suspect {
  attempt: number;
  crashes: number;
}

/**
 * As `admitRecipients`, for the quarantine: recipients that were in a worker's hands when it was lost, the most
 * urgent tier first. Those of a route that is shut wait for its probe.
 */
export async function admitSuspects(data: Data, now: Date, until: Date, limit: number): Promise<Admitted[]> {
  const { rows } = await plain(data).query<{
    account_id: string;
    message_id: string;
    n: number;
    priority: Priority;
    due_at: Date;
  }>(ADMIT_SUSPECTS({ now, until, limit }));
  return rows.map((row) => ({
    accountId: row.account_id,
    messageId: row.message_id,
    n: row.n,
    priority: row.priority,
    due: row.due_at,
  }));
}

/** The suspect that is named; undefined where it has moved on since, or nothing is suspected any more. */
export async function findSuspect(data: Data, asked: ClaimRequest): Promise<Suspect | undefined> {
  const { rows } = await plain(data).query<Suspect>(
    FIND_SUSPECT({
      accountId: asked.accountId,
      messageId: asked.messageId,
      n: asked.n,
      due: new Date(asked.due),
    }),
  );
  return rows[0];
}

/** After a run that its process survived: where `attempt` came to a result, the recipient is one like any other. */
export async function clearSuspicion(
  data: Data,
  { accountId, messageId, n }: RecipientKey,
  attempt: number,
): Promise<boolean> {
  const { rowCount } = await plain(data).query(CLEAR_SUSPICION({ accountId, messageId, n, attempt }));
  return rowCount === 1;
}

const ADMIT_SUSPECTS = statement(
  "admit-suspects",
  { now: timestamptz, until: timestamptz, limit: bigint },
  (p) => `
WITH due AS (
  SELECT r.account_id, r.message_id, r.n FROM recipients r
  WHERE r.suspect AND r.due_at <= ${p.now} AND r.status IN ('queued', 'scheduled')
    AND (r.admitted_until IS NULL OR r.admitted_until < ${p.now})
    AND r.route NOT IN (SELECT name FROM send_routes WHERE probe_at > ${p.now})
  ORDER BY r.due_at LIMIT ${p.limit} FOR UPDATE OF r SKIP LOCKED
), admitted AS (
  UPDATE recipients r SET admitted_until = ${p.until} FROM due
  WHERE (r.account_id, r.message_id, r.n) = (due.account_id, due.message_id, due.n)
  RETURNING r.account_id, r.message_id, r.n, r.priority, r.due_at
)
SELECT * FROM admitted
ORDER BY array_position(ARRAY['critical', 'standard', 'bulk'], priority), due_at, message_id, n`,
);

const FIND_SUSPECT = statement(
  "find-suspect",
  { accountId: text, messageId: text, n: smallint, due: timestamptz },
  (p) => `
SELECT attempt, crashes FROM recipients
WHERE account_id = ${p.accountId} AND message_id = ${p.messageId} AND n = ${p.n} AND due_at = ${p.due} AND suspect AND status IN ('queued', 'scheduled')`,
);

// An attempt that is still open is another worker's, or its result was not committed: then its lease decides.
const CLEAR_SUSPICION = statement(
  "clear-suspicion",
  { accountId: text, messageId: text, n: smallint, attempt: smallint },
  (p) => `
UPDATE recipients r SET suspect = false, crashes = 0 FROM attempts a
WHERE r.account_id = ${p.accountId} AND r.message_id = ${p.messageId} AND r.n = ${p.n} AND r.attempt = ${p.attempt} AND r.suspect
  AND a.account_id = ${p.accountId} AND a.message_id = ${p.messageId} AND a.n = ${p.n} AND a.attempt = ${p.attempt} AND a.finished_at IS NOT NULL`,
);
