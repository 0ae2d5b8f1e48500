-- Tiers, suspension, appeals, pauses of single keys and templates, cases of the content review, operators and what they
-- did, and the service's own mail to account owners. Every new column has a constant default, so no big table is rewritten.

ALTER TABLE "accounts"
    ADD COLUMN "guideline" INTEGER,
    ADD COLUMN "suspended_at" TIMESTAMPTZ(3),
    ADD COLUMN "rate_since" TIMESTAMPTZ(3),
    ADD COLUMN "warned_at" TIMESTAMPTZ(3),
    ADD COLUMN "crossed_on" DATE,
    ADD COLUMN "tier_checked_on" DATE,
    ADD COLUMN "sending_checked_on" DATE,
    ADD COLUMN "reviewed_to" TEXT COLLATE "C",
    ADD COLUMN "paused_sources" TEXT[] NOT NULL DEFAULT '{}';

CREATE INDEX "accounts_suspended_idx" ON "accounts"("id") WHERE (standing = 'suspended'::standing);

-- What is held waits for its account's reinstatement, and is given up at due_at.
CREATE INDEX "recipients_held_idx" ON "recipients"("account_id", "due_at") WHERE (status = 'held'::text);

-- A key is a source of mail, as a template is. What was counted before belongs to none.
ALTER TABLE "statistic_deltas" ADD COLUMN "key_id" TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "statistics" ADD COLUMN "key_id" TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE "statistics" DROP CONSTRAINT "statistics_pkey",
    ADD CONSTRAINT "statistics_pkey" PRIMARY KEY ("account_id","hour","mode","event","domain","tag","template","tier","key_id");

-- Accounts that hurt, and accounts that sent, in a span of hours.
CREATE INDEX "statistics_hurt_idx" ON "statistics"("hour", "account_id") WHERE (event = 'hurt'::text);
CREATE INDEX "statistics_accepted_idx" ON "statistics"("hour", "account_id") WHERE (event = 'accepted'::text);

CREATE TABLE "suspensions" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "cause" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by" TEXT,
    "note" TEXT,

    CONSTRAINT "suspensions_pkey" PRIMARY KEY ("account_id","id")
);

CREATE UNIQUE INDEX "suspensions_standing_key" ON "suspensions"("account_id") WHERE (lifted_at IS NULL);

CREATE TABLE "appeals" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "suspension_id" TEXT COLLATE "C" NOT NULL,
    "message" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "note" TEXT,

    CONSTRAINT "appeals_pkey" PRIMARY KEY ("account_id","id")
);

CREATE UNIQUE INDEX "appeals_open_key" ON "appeals"("account_id") WHERE (decided_at IS NULL);

CREATE INDEX "appeals_open_idx" ON "appeals"("id") WHERE (decided_at IS NULL);

CREATE TABLE "source_pauses" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "kind" TEXT NOT NULL,
    "source_id" TEXT COLLATE "C" NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "resumed_at" TIMESTAMPTZ(3),
    "resumed_by" TEXT,

    CONSTRAINT "source_pauses_pkey" PRIMARY KEY ("account_id","id")
);

CREATE UNIQUE INDEX "source_pauses_open_key" ON "source_pauses"("account_id", "source_id") WHERE (resumed_at IS NULL);

CREATE TABLE "owner_mails" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "ses_message_id" TEXT,
    "error" TEXT,

    CONSTRAINT "owner_mails_pkey" PRIMARY KEY ("account_id","id")
);

CREATE INDEX "owner_mails_due_at_idx" ON "owner_mails"("due_at") WHERE (due_at IS NOT NULL);

CREATE TABLE "review_cases" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" TEXT COLLATE "C" NOT NULL,
    "message_id" TEXT COLLATE "C" NOT NULL,
    "label" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "structural" BOOLEAN NOT NULL,
    "reasons" JSONB NOT NULL,
    "provider" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "note" TEXT,

    CONSTRAINT "review_cases_pkey" PRIMARY KEY ("account_id","id")
);

CREATE UNIQUE INDEX "review_cases_message_key" ON "review_cases"("account_id", "message_id");

CREATE INDEX "review_cases_open_idx" ON "review_cases"("id") WHERE (decided_at IS NULL);

CREATE TABLE "operators" (
    "id" TEXT COLLATE "C" NOT NULL,
    "name" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "hint" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "operators_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "operators_hash_key" ON "operators"("hash");

CREATE TABLE "audit_entries" (
    "id" TEXT COLLATE "C" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "account_id" TEXT COLLATE "C",
    "subject_id" TEXT COLLATE "C",
    "detail" JSONB NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "audit_entries_account_id_id_idx" ON "audit_entries"("account_id", "id");

-- Who may write here may add, and nothing else.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "audit_entries_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_entries"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
