import { cancellable, OWN_STATES, type RecipientStatus } from "@sendex/core/reports/status";
import { type DeliveryKey, type NewEvent, recordEvents } from "../webhooks/record-events";
import type { Data } from "../database/open";
import { keyedTransaction } from "../database/transaction";

export type Change =
  { outcome: "changed"; deliveries: DeliveryKey[] } | { outcome: "unchanged" } | { outcome: "refused" };

/**
 * Cancels a message of which nothing was claimed yet: the rows are locked first, so a cancel and a claim of the
 * same recipient have exactly one winner. `unchanged`: it was cancelled before. `refused`: too late, or not there.
 */
export async function cancelMessage(data: Data, event: NewEvent): Promise<Change> {
  return keyedTransaction(data, async (client) => {
    const { rows } = await client.query<{ status: RecipientStatus; attempt: number }>(LOCK, [
      event.accountId,
      event.messageId,
    ]);
    const statuses = rows.map(({ status }) => status);
    if (rows.length > 0 && statuses.every((status) => status === "cancelled" || status === "suppressed"))
      return statuses.includes("cancelled") ? { outcome: "unchanged" } : { outcome: "refused" };
    if (
      !cancellable(
        statuses,
        rows.map(({ attempt }) => attempt),
      )
    )
      return { outcome: "refused" };
    await client.query(CANCEL, [event.accountId, event.messageId, OWN_STATES.cancelled.rank]);
    // What it cost comes back now, not when it would have been sent.
    await client.query(LOOK_AT_HOLD, [event.accountId, event.messageId, event.at]);
    return { outcome: "changed", deliveries: await recordEvents(client, [event], event.at) };
  });
}

/** Gives a scheduled message another time; `refused` for one that is not scheduled (any more), or not there. */
export async function rescheduleMessage(data: Data, event: NewEvent, at: Date): Promise<Change> {
  return keyedTransaction(data, async (client) => {
    const { rows } = await client.query<{ status: RecipientStatus; attempt: number }>(LOCK, [
      event.accountId,
      event.messageId,
    ]);
    const scheduled = rows.filter(({ status }) => status === "scheduled");
    if (scheduled.length === 0 || rows.some(({ attempt }) => attempt > 0)) return { outcome: "refused" };
    await client.query("UPDATE messages SET scheduled_at = $3 WHERE account_id = $1 AND id = $2", [
      event.accountId,
      event.messageId,
      at,
    ]);
    await client.query(RESCHEDULE, [event.accountId, event.messageId, at]);
    return { outcome: "changed", deliveries: await recordEvents(client, [event], event.at) };
  });
}

const LOCK =
  "SELECT status, attempt FROM recipients WHERE account_id = $1 AND message_id = $2 ORDER BY n FOR UPDATE";

const CANCEL = `
UPDATE recipients SET status = 'cancelled', rank = $3, due_at = NULL, admitted_until = NULL
WHERE account_id = $1 AND message_id = $2 AND status IN ('scheduled', 'queued', 'held')`;

const LOOK_AT_HOLD =
  "UPDATE credit_holds SET due_at = LEAST(due_at, $3) WHERE account_id = $1 AND message_id = $2";

const RESCHEDULE = `
UPDATE recipients SET due_at = $3, admitted_until = NULL WHERE account_id = $1 AND message_id = $2 AND status = 'scheduled'`;
