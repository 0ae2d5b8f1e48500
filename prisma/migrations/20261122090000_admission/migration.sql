-- What waits for its turn is found by tier, route and account, so that turns can be fair; what was admitted, by when
-- that runs out; what is scheduled, by its time.
DROP INDEX "recipients_priority_due_at_idx";

CREATE INDEX "recipients_backlog_idx" ON "recipients"("priority", "route", "account_id", "due_at") WHERE (due_at IS NOT NULL AND admitted_until IS NULL AND status = 'queued');

CREATE INDEX "recipients_admitted_idx" ON "recipients"("admitted_until") WHERE (admitted_until IS NOT NULL);

CREATE INDEX "recipients_scheduled_idx" ON "recipients"("due_at") WHERE (status = 'scheduled');

-- Lists are asked for an address in whatever case.
DROP INDEX "recipients_account_id_address_message_id_idx";

CREATE INDEX "recipients_address_idx" ON "recipients"("account_id", lower("address"), "message_id" DESC);
