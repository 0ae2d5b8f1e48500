import type { Mode } from "@sendex/core/accepting/message";
import { cancellable, OWN_STATES, type RecipientStatus } from "@sendex/core/reports/status";
import { type DeliveryKey, type NewEvent, recordEvents } from "../webhooks/record-events";
import { mode as modeOf, smallint, text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { keyedTransaction } from "../database/transaction";

export type Change =
  { outcome: "changed"; deliveries: DeliveryKey[] } | { outcome: "unchanged" } | { outcome: "refused" };

/**
 * Cancels a message of which nothing was claimed yet: the rows are locked first, so a cancel and a claim of the
 * same recipient have exactly one winner. `unchanged`: it was cancelled before. `refused`: too late, or not there in this mode.
 */
export async function cancelMessage(data: Data, event: NewEvent, mode: Mode): Promise<Change> {
  return keyedTransaction(data, async (client) => {
    const { rows } = await client.query<{ status: RecipientStatus; attempt: number }>(
      LOCK({ accountId: event.accountId, messageId: event.messageId, mode }),
    );
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
    await client.query(
      CANCEL({ accountId: event.accountId, messageId: event.messageId, rank: OWN_STATES.cancelled.rank }),
    );
    // What it cost comes back now, not when it would have been sent.
    await client.query(
      LOOK_AT_HOLD({ accountId: event.accountId, messageId: event.messageId, now: event.at }),
    );
    return { outcome: "changed", deliveries: await recordEvents(client, [event], event.at) };
  });
}

/** Gives a scheduled message another time; `refused` for one that is not scheduled (any more), or not there in this mode. */
export async function rescheduleMessage(data: Data, event: NewEvent, mode: Mode, at: Date): Promise<Change> {
  return keyedTransaction(data, async (client) => {
    const { rows } = await client.query<{ status: RecipientStatus; attempt: number }>(
      LOCK({ accountId: event.accountId, messageId: event.messageId, mode }),
    );
    const scheduled = rows.filter(({ status }) => status === "scheduled");
    if (scheduled.length === 0 || rows.some(({ attempt }) => attempt > 0)) return { outcome: "refused" };
    await client.query(RESCHEDULE_MESSAGE({ accountId: event.accountId, messageId: event.messageId, at }));
    await client.query(RESCHEDULE({ accountId: event.accountId, messageId: event.messageId, at }));
    return { outcome: "changed", deliveries: await recordEvents(client, [event], event.at) };
  });
}

const LOCK = unpreparedStatement(
  { accountId: text, messageId: text, mode: modeOf },
  (p) => `
SELECT status, attempt FROM recipients
WHERE account_id = ${p.accountId} AND message_id = ${p.messageId}
  AND EXISTS (SELECT FROM messages WHERE account_id = ${p.accountId} AND id = ${p.messageId} AND mode = ${p.mode})
ORDER BY n FOR UPDATE`,
);

const CANCEL = unpreparedStatement(
  { accountId: text, messageId: text, rank: smallint },
  (p) => `
UPDATE recipients SET status = 'cancelled', rank = ${p.rank}, due_at = NULL, admitted_until = NULL
WHERE account_id = ${p.accountId} AND message_id = ${p.messageId} AND status IN ('scheduled', 'queued', 'held')`,
);

const LOOK_AT_HOLD = unpreparedStatement(
  { accountId: text, messageId: text, now: timestamptz },
  (p) => `
UPDATE credit_holds SET due_at = LEAST(due_at, ${p.now})
WHERE account_id = ${p.accountId} AND message_id = ${p.messageId}`,
);

const RESCHEDULE = unpreparedStatement(
  { accountId: text, messageId: text, at: timestamptz },
  (p) => `
UPDATE recipients SET due_at = ${p.at}, admitted_until = NULL WHERE account_id = ${p.accountId} AND message_id = ${p.messageId} AND status = 'scheduled'`,
);

const RESCHEDULE_MESSAGE = unpreparedStatement(
  { accountId: text, messageId: text, at: timestamptz },
  (p) => `
UPDATE messages SET scheduled_at = ${p.at}
WHERE account_id = ${p.accountId} AND id = ${p.messageId}`,
);
