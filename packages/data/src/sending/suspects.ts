import type { Priority } from "@sendex/core/accepting/message";
import type { Admitted } from "./admission";
import type { ClaimRequest, RecipientKey } from "./recipient-key";
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
  }>({ name: "admit-suspects", text: ADMIT_SUSPECTS, values: [now, until, limit] });
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
  const { rows } = await plain(data).query<Suspect>({
    name: "find-suspect",
    text: FIND_SUSPECT,
    values: [asked.accountId, asked.messageId, asked.n, new Date(asked.due)],
  });
  return rows[0];
}

/** After a run that its process survived: where `attempt` came to a result, the recipient is one like any other. */
export async function clearSuspicion(
  data: Data,
  { accountId, messageId, n }: RecipientKey,
  attempt: number,
): Promise<boolean> {
  const { rowCount } = await plain(data).query({
    name: "clear-suspicion",
    text: CLEAR_SUSPICION,
    values: [accountId, messageId, n, attempt],
  });
  return rowCount === 1;
}

const ADMIT_SUSPECTS = `
WITH due AS (
  SELECT r.account_id, r.message_id, r.n FROM recipients r
  WHERE r.suspect AND r.due_at <= $1 AND r.status IN ('queued', 'scheduled')
    AND (r.admitted_until IS NULL OR r.admitted_until < $1)
    AND r.route NOT IN (SELECT name FROM send_routes WHERE probe_at > $1)
  ORDER BY r.due_at LIMIT $3 FOR UPDATE OF r SKIP LOCKED
), admitted AS (
  UPDATE recipients r SET admitted_until = $2 FROM due
  WHERE (r.account_id, r.message_id, r.n) = (due.account_id, due.message_id, due.n)
  RETURNING r.account_id, r.message_id, r.n, r.priority, r.due_at
)
SELECT * FROM admitted
ORDER BY array_position(ARRAY['critical', 'standard', 'bulk'], priority), due_at, message_id, n`;

const FIND_SUSPECT = `
SELECT attempt, crashes FROM recipients
WHERE account_id = $1 AND message_id = $2 AND n = $3 AND due_at = $4 AND suspect AND status IN ('queued', 'scheduled')`;

// An attempt that is still open is another worker's, or its result was not committed: then its lease decides.
const CLEAR_SUSPICION = `
UPDATE recipients r SET suspect = false, crashes = 0 FROM attempts a
WHERE r.account_id = $1 AND r.message_id = $2 AND r.n = $3 AND r.attempt = $4 AND r.suspect
  AND a.account_id = $1 AND a.message_id = $2 AND a.n = $3 AND a.attempt = $4 AND a.finished_at IS NOT NULL`;
