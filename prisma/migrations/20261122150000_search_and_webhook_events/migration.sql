-- Messages are looked for by their metadata; those without any cost nothing.
CREATE INDEX "messages_metadata_idx" ON "messages" USING GIN ("metadata" jsonb_path_ops) WHERE (metadata <> '{}'::jsonb);

-- An endpoint's events are listed newest first, however many those of its account's other endpoints are.
CREATE INDEX "deliveries_webhook_id_event_id_idx" ON "deliveries"("webhook_id", "event_id" DESC);
