-- Quarantine, dead letters and the ledger. Every new column has a constant default, so no table is rewritten; the
-- two new indexes on recipients hold rows in trouble only, and are empty where all is well.

-- AlterTable
ALTER TABLE "recipients" ADD COLUMN "suspect" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "crashes" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "deliveries" ADD COLUMN "ladder_start" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "notifications" ADD COLUMN "failures" SMALLINT NOT NULL DEFAULT 0;

-- Suspects wait in a line of their own.
DROP INDEX "recipients_backlog_idx";

-- CreateIndex
CREATE INDEX "recipients_backlog_idx" ON "recipients"("priority", "route", "account_id", "due_at") WHERE (due_at IS NOT NULL AND admitted_until IS NULL AND status = 'queued' AND NOT suspect);

-- CreateTable
CREATE TABLE "dead_letters" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT COLLATE "C" NOT NULL,
    "part" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT NOT NULL,
    "detail" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" TEXT,

    CONSTRAINT "dead_letters_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "line_heads" (
    "line" TEXT NOT NULL,
    "account_id" TEXT COLLATE "C" NOT NULL,
    "message_id" TEXT COLLATE "C" NOT NULL,
    "n" SMALLINT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "line_heads_pkey" PRIMARY KEY ("line")
);

-- CreateTable
CREATE TABLE "ledger_hours" (
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "cursor" TEXT COLLATE "C" NOT NULL,
    "accepted" BIGINT NOT NULL DEFAULT 0,
    "found" BIGINT NOT NULL DEFAULT 0,
    "difference" BIGINT NOT NULL DEFAULT 0,
    "checked_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_hours_pkey" PRIMARY KEY ("hour")
);

-- CreateIndex
CREATE INDEX "recipients_suspect_idx" ON "recipients"("due_at") WHERE (suspect AND (due_at IS NOT NULL));

-- CreateIndex
CREATE INDEX "recipients_adrift_idx" ON "recipients"("account_id", "message_id", "n") WHERE (((status = 'sending'::text) AND (lease_until IS NULL)) OR ((status = ANY (ARRAY['queued'::text, 'scheduled'::text])) AND (due_at IS NULL)));

-- CreateIndex
CREATE UNIQUE INDEX "dead_letters_open_key" ON "dead_letters"("account_id", "kind", "subject_id", "part") WHERE (resolved_at IS NULL);

-- CreateIndex
CREATE INDEX "dead_letters_open_idx" ON "dead_letters"("kind", "id") WHERE (resolved_at IS NULL);
