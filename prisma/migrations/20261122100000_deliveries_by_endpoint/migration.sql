-- Admission takes deliveries by endpoint, in fair turns: it walks from endpoint to endpoint, and within each by time.
-- The index replaces the one by time alone, so that a delivery costs no more to write than before.

-- DropIndex
DROP INDEX "deliveries_due_at_idx";

-- CreateIndex
CREATE INDEX "deliveries_webhook_id_due_at_event_id_idx" ON "deliveries"("webhook_id", "due_at", "event_id") WHERE (due_at IS NOT NULL);
