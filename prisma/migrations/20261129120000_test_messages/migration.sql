-- A test key lists its mail without reading through the live mail.
CREATE INDEX "messages_test_idx" ON "messages"("account_id", "id" DESC) WHERE (mode = 'test'::mode);
