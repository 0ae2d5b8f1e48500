-- One mail to many contacts: its words, and how far it has come.
CREATE TABLE "broadcasts" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "mode" "mode" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT COLLATE "C",
    "segment_id" TEXT COLLATE "C",
    "topic_id" TEXT COLLATE "C",
    "from_header" TEXT,
    "reply_to" TEXT[] NOT NULL DEFAULT '{}',
    "subject" TEXT,
    "preview_text" TEXT,
    "html" TEXT,
    "text" TEXT,
    "per_hour" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "scheduled_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "turn_at" TIMESTAMPTZ(3),
    "cursor" TEXT COLLATE "C" NOT NULL DEFAULT '',
    "exhausted" BOOLEAN NOT NULL DEFAULT false,
    "made" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "first_open" TEXT COLLATE "C",
    "paced_since" TIMESTAMPTZ(3),
    "paced_made" INTEGER NOT NULL DEFAULT 0,
    "breaker_off" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "broadcasts_pkey" PRIMARY KEY ("account_id","mode","id")
);
CREATE INDEX "broadcasts_turn_idx" ON "broadcasts"("turn_at") WHERE (turn_at IS NOT NULL);

-- A broadcast's mails, oldest first. The column has been there and empty since the first release.
CREATE INDEX "messages_broadcast_idx" ON "messages"("account_id", "broadcast_id", "id") WHERE (broadcast_id IS NOT NULL);
