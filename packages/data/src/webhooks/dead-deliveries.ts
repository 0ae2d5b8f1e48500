import type { PoolClient } from "pg";
import type { DeliveryKey } from "./record-events";

/** Gives failed deliveries a fresh ladder, due at once; their attempts so far stay on record. */
export async function retryDeliveries(client: PoolClient, keys: DeliveryKey[], now: Date): Promise<void> {
  if (keys.length === 0) return;
  await client.query(RETRY, [
    keys.map(({ accountId }) => accountId),
    keys.map(({ eventId }) => eventId),
    keys.map(({ webhookId }) => webhookId),
    now,
  ]);
}

const RETRY = `
UPDATE deliveries d SET status = 'pending', ladder_start = d.attempts, due_at = $4, admitted_until = NULL
FROM unnest($1::text[], $2::text[], $3::text[]) AS x(account_id, event_id, webhook_id)
WHERE (d.account_id, d.event_id, d.webhook_id) = (x.account_id, x.event_id, x.webhook_id) AND d.status = 'failed'`;
