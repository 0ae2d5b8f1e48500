import { plain } from "@sendex/data/database/pools";
import { sendRecipient } from "@sendex/pipeline/sending/send-recipient";
import { deliver } from "@sendex/pipeline/webhooks/deliver";
import { openEndpointSlots } from "@sendex/pipeline/webhooks/slots";
import type { Drive } from "./drive";

interface Row {
  account_id: string;
  message_id: string;
  n: number;
  priority: "critical" | "standard" | "bulk";
  due_at: Date;
}

/** Sends everything that is due now, once; how many jobs there were. */
export async function sendDue({ test, sender }: Drive): Promise<number> {
  const { rows } = await plain(test.context.data).query<Row>(
    "SELECT account_id, message_id, n, priority, due_at FROM recipients WHERE due_at <= $1 AND status IN ('queued', 'scheduled') ORDER BY due_at, message_id, n",
    [test.clock.now()],
  );
  await Promise.all(
    rows.map((row) =>
      sendRecipient(test.context, sender, {
        accountId: row.account_id,
        messageId: row.message_id,
        n: row.n,
        priority: row.priority,
        due: row.due_at.getTime(),
      }),
    ),
  );
  return rows.length;
}

/** Delivers every pending webhook that is due. */
export async function deliverDue({ test }: Pick<Drive, "test">): Promise<number> {
  const { rows } = await plain(test.context.data).query<{
    account_id: string;
    event_id: string;
    webhook_id: string;
    attempts: number;
  }>(
    "SELECT account_id, event_id, webhook_id, attempts FROM deliveries WHERE status = 'pending' AND due_at <= $1 ORDER BY event_id",
    [test.clock.now()],
  );
  const slots = openEndpointSlots();
  for (const row of rows)
    await deliver(test.context, slots, {
      accountId: row.account_id,
      eventId: row.event_id,
      webhookId: row.webhook_id,
      attempt: row.attempts,
    });
  return rows.length;
}
