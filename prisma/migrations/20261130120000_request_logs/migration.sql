-- Every call of an account's keys and people, for 30 days. Partitions are made as those of any table.
CREATE TABLE "request_logs" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "caller_id" TEXT COLLATE "C" NOT NULL,
    "method" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "status" SMALLINT NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "request_id" TEXT COLLATE "C" NOT NULL,
    "user_agent" TEXT,
    "message_ids" TEXT[],
    "request_body" TEXT,
    "response_body" TEXT,

    CONSTRAINT "request_logs_pkey" PRIMARY KEY ("account_id","mode","id")
) PARTITION BY RANGE ("id");

-- Refusals are few, and looked for more than anything else.
CREATE INDEX "request_logs_refused_idx" ON "request_logs"("account_id", "mode", "id") WHERE status >= 400;
CREATE INDEX "request_logs_request_idx" ON "request_logs"("account_id", "request_id");

-- Calls by the messages that they were about.
CREATE TABLE "request_log_messages" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "message_id" TEXT COLLATE "C" NOT NULL,
    "log_id" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "request_log_messages_pkey" PRIMARY KEY ("account_id","message_id","log_id")
) PARTITION BY RANGE ("log_id");
