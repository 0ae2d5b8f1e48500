import type { WebhookEvent } from "@sendex/core/webhooks/event";
import { text, timestamptz } from "../database/parameters";
import { unpreparedStatement } from "../database/statement";
import type { Data } from "../database/open";
import { plain } from "../database/pools";
import { type DeliveryKey, FRESH_DELIVERY_MS } from "./record-events";
import { DELIVERY_COLUMNS, deliveryState } from "./wanting";

/** What `events.subject_type` says of an event that was made up for one endpoint. */
export const TEST_SUBJECT = "webhook";

/** An event that never happened, for one endpoint to be told of. */
export interface TestEvent extends DeliveryKey {
  webhook: WebhookEvent;
  /** As the webhook's `data`. */
  data: object;
}

/** Writes it with its one delivery. False where the endpoint is disabled, or gone. */
export async function recordTestEvent(data: Data, event: TestEvent, now: Date): Promise<boolean> {
  const freshUntil = new Date(now.getTime() + FRESH_DELIVERY_MS);
  const { rowCount } = await plain(data).query(
    RECORD_TEST({ ...event, data: JSON.stringify(event.data), now, freshUntil }),
  );
  return rowCount === 1;
}

const RECORD_TEST = unpreparedStatement(
  {
    accountId: text,
    eventId: text,
    webhookId: text,
    webhook: text,
    data: text,
    now: timestamptz,
    freshUntil: timestamptz,
  },
  (p) => `
WITH w AS (
  SELECT * FROM webhooks WHERE account_id = ${p.accountId} AND id = ${p.webhookId} AND status = 'enabled'
), e AS (
  INSERT INTO events (account_id, id, subject_type, subject_id, n, type, webhook, at, data)
  SELECT account_id, ${p.eventId}, '${TEST_SUBJECT}', id, NULL, 'test', ${p.webhook}, ${p.now}, ${p.data}::text::jsonb FROM w
)
INSERT INTO deliveries (${DELIVERY_COLUMNS})
SELECT w.account_id, ${p.eventId}, w.id, ${deliveryState(p.now, p.freshUntil)} FROM w
RETURNING event_id`,
);
