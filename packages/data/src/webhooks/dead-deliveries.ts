import { rows, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import { DELIVERY_KEY, type DeliveryKey } from "./record-events";
import type { Transaction } from "../database/transaction";

/** Gives failed deliveries a fresh ladder, due at once; their attempts so far stay on record. */
export async function retryDeliveries(client: Transaction, keys: DeliveryKey[], now: Date): Promise<void> {
  if (keys.length === 0) return;
  await client.query(RETRY({ x: keys, now }));
}

const RETRY = unpreparedStatement(
  { x: rows<DeliveryKey>(DELIVERY_KEY), now: timestamptz },
  ({ x, now }) => `
UPDATE deliveries d SET status = 'pending', ladder_start = d.attempts, due_at = ${now}, admitted_until = NULL
FROM ${x} WHERE (d.account_id, d.event_id, d.webhook_id) = (x.account_id, x.event_id, x.webhook_id) AND d.status = 'failed'`,
);
