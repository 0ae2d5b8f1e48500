-- Credits: null is unlimited, and so is every account that is there. Erasure: how far an opted-out account's contents were
-- looked through where one turn was not enough, and since when an account is being erased, or is.
ALTER TABLE "accounts"
    ADD COLUMN "credits" BIGINT,
    ADD COLUMN "erase_after" TEXT COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN "erasing_since" TIMESTAMPTZ(3),
    ADD COLUMN "erased_at" TIMESTAMPTZ(3),
    ADD CONSTRAINT "accounts_credits_check" CHECK (credits >= 0);

-- Accounts with something to erase are few among many.
CREATE INDEX "accounts_opted_out_idx" ON "accounts"("id") WHERE (NOT keep_content);

CREATE INDEX "accounts_erasing_idx" ON "accounts"("erasing_since") WHERE ((erasing_since IS NOT NULL) AND (erased_at IS NULL));

-- CreateEnum
CREATE TYPE "credit_kind" AS ENUM ('grant', 'debit', 'refund');

-- The ledger. Ids grow in the order of the entries of an account, since who writes holds its row.
CREATE TABLE "credit_entries" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "kind" "credit_kind" NOT NULL,
    "amount" BIGINT NOT NULL,
    "balance" BIGINT NOT NULL,
    "message_id" TEXT COLLATE "C",
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_entries_pkey" PRIMARY KEY ("account_id","id"),
    CONSTRAINT "credit_entries_amount_check" CHECK (CASE kind WHEN 'debit' THEN amount < 0 ELSE amount > 0 END),
    CONSTRAINT "credit_entries_balance_check" CHECK (balance >= 0)
);

-- What was written stays as it was, whoever asks: refuse_change is the migration before's.
CREATE TRIGGER "credit_entries_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "credit_entries"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- What a message was debited, until it is known how much of it never left.
CREATE TABLE "credit_holds" (
    "account_id" TEXT COLLATE "C" NOT NULL,
    "message_id" TEXT COLLATE "C" NOT NULL,
    "amount" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_holds_pkey" PRIMARY KEY ("account_id","message_id")
);

CREATE INDEX "credit_holds_due_at_idx" ON "credit_holds"("due_at");
