-- Which message a call was about, where it was one. It had a row of request_log_messages, which is left to calls about
-- several; what is stored stays as it is. Processes of the version before do not show or find the message of what the new
-- ones write, for as long as they run.
ALTER TABLE "request_logs" ADD COLUMN "message_id" TEXT COLLATE "C";

-- With the id, so that a message's calls are read in the order of lists. Calls wait in their processes while it is made.
CREATE INDEX "request_logs_message_idx" ON "request_logs"("account_id", "message_id", "id") WHERE (message_id IS NOT NULL);
