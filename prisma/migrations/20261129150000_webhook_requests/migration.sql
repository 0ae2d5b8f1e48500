-- What a request to an endpoint was sent with, beside its body: whoever looks into a failure sees the very headers. Null
-- for tries of before, and of processes of the version before. A signature tells nothing of its secret.
ALTER TABLE "delivery_attempts"
    ADD COLUMN "url" TEXT,
    ADD COLUMN "signed_at" TIMESTAMPTZ(0),
    ADD COLUMN "signature" TEXT,
    ADD COLUMN "body_signature" TEXT;

-- Failures are few among what an endpoint was told, and are what is looked for and replayed.
CREATE INDEX "deliveries_failed_idx" ON "deliveries"("webhook_id", "event_id" DESC) WHERE (status = ANY (ARRAY['failed'::delivery_status, 'dropped'::delivery_status]));
