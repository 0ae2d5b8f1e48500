import { bigint, rows, text, timestamptz } from "../database/parameters";
import { statement, unpreparedStatement } from "../database/statement";
import type { Outcome } from "@sendex/core/credits";
import type { RecipientStatus } from "@sendex/core/reports/status";
import type { Transaction } from "../database/transaction";

/** A debited message that is due to be looked at, locked, with what became of its recipients. */
export interface HeldMessage {
  accountId: string;
  messageId: string;
  recipients: (Outcome & { dueAt: Date | null })[];
}

/** The next ones that are due, past those that others hold. One whose message is forgotten has no recipients. */
export async function lockDueHolds(client: Transaction, now: Date, limit: number): Promise<HeldMessage[]> {
  // Without a name: a plan that is made once would have to guess how many are due.
  const { rows } = await client.query<HeldRow>(LOCK({ now, limit }));
  const held = new Map<string, HeldMessage>();
  for (const row of rows) {
    const { account_id: accountId, message_id: messageId } = row;
    const message = held.get(messageId) ?? { accountId, messageId, recipients: [] };
    if (row.status !== null)
      message.recipients.push({
        status: row.status,
        sentAt: row.sent_at,
        unclear: row.unclear,
        dueAt: row.due_at,
      });
    held.set(messageId, message);
  }
  return [...held.values()];
}

/** Ends locked holds: they are refunded once, in the transaction that ends them. */
export async function endHolds(client: Transaction, holds: HeldMessage[]): Promise<void> {
  if (holds.length === 0) return;
  await client.query(END({ x: holds }));
}

/** Puts locked holds off. */
export async function putOffHolds(
  client: Transaction,
  holds: { hold: HeldMessage; dueAt: Date }[],
): Promise<void> {
  if (holds.length === 0) return;
  await client.query(PUT_OFF({ x: holds }));
}

interface HeldRow {
  account_id: string;
  message_id: string;
  status: RecipientStatus | null;
  sent_at: Date | null;
  due_at: Date | null;
  unclear: boolean;
}

// An attempt without a result, or with an unknown one, may have left; the others' results say that it did not.
const LOCK = unpreparedStatement(
  { now: timestamptz, limit: bigint },
  (p) => `
WITH h AS (
  SELECT account_id, message_id FROM credit_holds WHERE due_at <= ${p.now} ORDER BY due_at LIMIT ${p.limit} FOR UPDATE SKIP LOCKED
)
SELECT h.account_id, h.message_id, r.status, r.sent_at, r.due_at, r.status = 'failed' AND EXISTS (
    SELECT 1 FROM attempts a WHERE (a.account_id, a.message_id, a.n) = (r.account_id, r.message_id, r.n)
      AND (a.outcome IS NULL OR a.outcome = 'unknown')
  ) AS unclear
FROM h LEFT JOIN recipients r USING (account_id, message_id)`,
);

const END = statement(
  "end-holds",
  {
    x: rows<HeldMessage>({
      account_id: text(({ accountId }) => accountId),
      message_id: text(({ messageId }) => messageId),
    }),
  },
  ({ x }) => `
DELETE FROM credit_holds h USING ${x} WHERE (h.account_id, h.message_id) = (x.account_id, x.message_id)`,
);

const PUT_OFF = statement(
  "put-off-holds",
  {
    x: rows<{ hold: HeldMessage; dueAt: Date }>({
      account_id: text(({ hold }) => hold.accountId),
      message_id: text(({ hold }) => hold.messageId),
      due_at: timestamptz(({ dueAt }) => dueAt),
    }),
  },
  ({ x }) => `
UPDATE credit_holds h SET due_at = x.due_at FROM ${x}
WHERE (h.account_id, h.message_id) = (x.account_id, x.message_id)`,
);
